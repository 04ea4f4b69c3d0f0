"""What one says about oneself, what the site keeps, and being forgotten."""

import json

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.accounts import registry, services
from portal.accounts.forms.profile import ErasureForm, ProfileForm
from portal.accounts.views.requests import PersonRequest


@login_required
def profile(request: PersonRequest) -> HttpResponse:
    form = ProfileForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "portal/accounts/profile.html", {"form": form})
    answers = {"institution": ""} | form.cleaned_data
    user = services.profile.change_profile(user=request.user, **answers)
    with override(user.locale):
        messages.success(request, _("Saved."))
        return redirect("accounts:profile")


@login_required
def my_data(request: PersonRequest) -> HttpResponse:
    kept = sorted({str(rule.reason) for rule in registry.rules() if rule.reason})
    return render(request, "portal/accounts/my_data.html", {"kept": kept})


@login_required
@never_cache
def download(request: PersonRequest) -> HttpResponse:
    document = services.privacy.everything_about(request.user)
    body = json.dumps(document, cls=registry.DocumentEncoder, ensure_ascii=False, indent=2)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@login_required
@sensitive_post_parameters("password")
def erase(request: PersonRequest) -> HttpResponse:
    if not request.user.has_usable_password():
        return _erase_by_passkey(request)
    return _erase(request)


@reauthentication_required
def _erase_by_passkey(request: PersonRequest) -> HttpResponse:
    return _erase(request)


def _erase(request: PersonRequest) -> HttpResponse:
    form = ErasureForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "portal/accounts/erase.html", {"form": form})
    services.privacy.erase(user=request.user)
    logout(request)
    return redirect("accounts:erased")


def erased(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accounts/erased.html")
