"""Where somebody is signed in: the list is the sign-in library's, ending one of them is ours."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.services.sessions import NotTheirSession, end_session
from portal.accounts.views.requests import PersonRequest


@login_required
@require_POST
def end(request: PersonRequest, pk: int) -> HttpResponse:
    try:
        end_session(user=request.user, pk=pk)
    except NotTheirSession as error:
        raise Http404 from error
    messages.success(request, _("Signed out there."))
    return redirect("usersessions_list")
