from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from courses.certificates import queries, services
from courses.certificates.engine.paper import render as render_paper
from courses.certificates.engine.serials import SerialMistyped
from courses.certificates.forms import CheckForm, WithdrawForm
from courses.certificates.models import Certificate
from portal.accounts.api import Role, requires_role
from portal.core import clock


@require_GET
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    earned = [
        {"certificate": each, "statement": queries.statement_of(each)} for each in queries.certificates_of(request.user)
    ]
    return render(request, "courses/certificates/mine.html", {"earned": earned})


@require_GET
@login_required
def paper(request: HttpRequest, serial: str) -> HttpResponse:
    certificate = get_object_or_404(queries.certificates_of(request.user), serial=serial)
    pdf = render_paper(queries.paper_of(certificate, check_url=_check_url(certificate)))
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{certificate.serial}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


@require_GET
def check(request: HttpRequest) -> HttpResponse:
    """The form; a well-formed serial leads on to the address that is printed on the paper."""
    if "serial" not in request.GET:
        return render(request, "courses/certificates/check.html", {"form": CheckForm()})
    form = CheckForm(request.GET)
    if not form.is_valid():
        return render(request, "courses/certificates/check.html", {"form": form})
    return redirect("certificate_check:result", form.cleaned_data["serial"])


@require_GET
@never_cache
def result(request: HttpRequest, serial: str) -> HttpResponse:
    if not services.may_look_up(address=get_adapter().get_client_ip(request)):
        busy = render(request, "courses/certificates/too_many.html", status=429)
        busy["Retry-After"] = "60"
        return busy
    try:
        certificate, is_mistyped = queries.by_serial(serial), False
    except SerialMistyped:
        certificate, is_mistyped = None, True
    if certificate is None:
        return _not_found(request, serial, is_mistyped=is_mistyped)
    context = {
        "certificate": certificate,
        "statement": queries.statement_of(certificate),
        "state": _state(certificate),
        "initials": queries.initials(certificate),
        "checked_at": clock.now(),
        "form": CheckForm(),
        "may_withdraw": _may_withdraw(request, certificate),
    }
    return render(request, "courses/certificates/result.html", context)


@requires_role(Role.ADMINISTRATOR, Role.COORDINATOR)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, serial: str) -> HttpResponse:
    certificate = get_object_or_404(queries.certificates_withdrawable_by(request.user), serial=serial)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.revoke(
            certificate_id=certificate.pk,
            because=form.cleaned_data["because"],
            actor=request.user,  # type: ignore[arg-type]
        )
        return redirect("certificate_check:result", certificate.serial)
    context = {"certificate": certificate, "statement": queries.statement_of(certificate), "form": form}
    return render(request, "courses/certificates/withdraw.html", context)


def _not_found(request: HttpRequest, serial: str, *, is_mistyped: bool) -> HttpResponse:
    # Else the locale middleware leads a 404 on to the same address with a language; there is none under these.
    request.urlconf = "courses.certificates.public_urls"  # type: ignore[attr-defined]
    context = {"form": CheckForm(), "typed": serial[:40], "is_mistyped": is_mistyped}
    return render(request, "courses/certificates/not_found.html", context, status=404)


def _may_withdraw(request: HttpRequest, certificate: Certificate) -> bool:
    # Strangers and learners are asked nothing: is_staff is derived from the roles and costs no query.
    if certificate.revoked_at or not getattr(request.user, "is_staff", False):
        return False
    return queries.certificates_withdrawable_by(request.user).filter(pk=certificate.pk).exists()


def _state(certificate: Certificate) -> str:
    if not queries.is_sealed(certificate):
        return "broken"
    return "revoked" if certificate.revoked_at else "valid"


def _check_url(certificate: Certificate) -> str:
    return settings.BASE_URL.rstrip("/") + reverse("certificate_check:result", args=[certificate.serial])
