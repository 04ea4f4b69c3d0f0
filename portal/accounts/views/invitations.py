"""For coordinators: paste, review, send; the list, with sending again and closing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from portal.accounts import services
from portal.accounts.api import requires_role
from portal.accounts.forms.invitations import InviteForm
from portal.accounts.queries import invitations as queries
from portal.accounts.services.invitations import InvitationNotOpen
from portal.accounts.views.requests import PersonRequest
from portal.core.clock import now
from portal.core.paging import page_of

inviters_only = requires_role(*queries.INVITERS)


@inviters_only
def invite(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "portal/accounts/invite.html", {"form": InviteForm(actor=request.user)})
    form = InviteForm(request.POST, actor=request.user)
    if not form.is_valid():
        return render(request, "portal/accounts/invite.html", {"form": form})
    review = form.review()
    if "confirm" not in request.POST:
        return render(request, "portal/accounts/invite_review.html", {"form": form, "review": review})
    invited = services.invitations.invite_all(
        lines=review.new,
        jurisdiction=form.cleaned_data["jurisdiction"],
        role=form.cleaned_data["role"],
        actor=request.user,
    )
    count = sum(one.is_new for one in invited)
    if count:
        words = ngettext("%(count)s person is invited.", "%(count)s people are invited.", count) % {"count": count}
        messages.success(request, words)
    else:
        messages.info(request, _("Everybody on these lines is invited or known already; no second mail was written."))
    return redirect("accounts:invitations")


@inviters_only
def invitations(request: PersonRequest) -> HttpResponse:
    page = page_of(queries.seen_by(request.user), request.GET.get("before"))
    waiting = sum(row.mailed_at is None and queries.state_of(row, now()) is queries.LinkState.GOOD for row in page.rows)
    rows = [(row, queries.state_of(row, now())) for row in page.rows]
    context = {"rows": rows, "page": page, "waiting": waiting}
    return render(request, "portal/accounts/invitations.html", context)


@require_POST
@inviters_only
def send_again(request: PersonRequest, uuid: str) -> HttpResponse:
    invitation = get_object_or_404(queries.seen_by(request.user), uuid=uuid)
    try:
        services.invitations.send_again(invitation_id=invitation.pk, actor=request.user)
    except InvitationNotOpen:
        messages.info(request, _("This invitation has been accepted or closed in the meantime; nothing was sent."))
    else:
        messages.success(
            request,
            _("A new link goes to %(email)s. The old one no longer works.") % {"email": invitation.email},
        )
    return redirect("accounts:invitations")


@require_POST
@inviters_only
def close(request: PersonRequest, uuid: str) -> HttpResponse:
    invitation = get_object_or_404(queries.seen_by(request.user), uuid=uuid)
    try:
        services.invitations.close_invitation(invitation_id=invitation.pk, actor=request.user)
    except InvitationNotOpen:
        messages.info(request, _("This invitation has been accepted or closed in the meantime."))
    else:
        messages.success(request, _("The invitation of %(email)s is closed.") % {"email": invitation.email})
    return redirect("accounts:invitations")
