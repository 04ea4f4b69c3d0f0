"""Where sign-in by allauth meets this house."""

from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy
from qrcode.image.svg import SvgPathFillImage

from portal.accounts.models import User
from portal.accounts.queries.languages import in_language
from portal.accounts.signals import mail_wanted

# What everybody sees happen anyway.
NOT_SAID = frozenset(
    {
        "account/messages/logged_in.txt",
        "account/messages/logged_out.txt",
        "mfa/messages/recovery_codes_generated.txt",
    }
)


class InvitationOnlyAdapter(DefaultAccountAdapter):
    # The library's own sentences speak none of our languages but English.
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": gettext_lazy("This account is closed. Ask the person who invited you."),
        "email_password_mismatch": gettext_lazy(
            "E-mail and password do not fit together. Check both; capital letters count in the password."
        ),
        "enter_current_password": gettext_lazy("Type your present password."),
        "incorrect_code": gettext_lazy("This code is not right, or its time is over. Type the newest one."),
        "incorrect_password": gettext_lazy("This password is not right. Type it again."),
        "rate_limited": gettext_lazy("Too many attempts. Wait five minutes, then try again."),
        "too_many_login_attempts": gettext_lazy(
            "Too many wrong passwords. Wait five minutes, or set a new one with “Forgotten your password?” below."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account begins with an invitation."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Announces the mail in the person's language: the post room queues it, so a slow server costs no page."""
        person = context.get("user")
        locale = getattr(person, "locale", None) or translation.get_language() or settings.LANGUAGE_CODE
        words = {
            "request": allauth_context.request,
            "email": email,
            "site_name": settings.SITE_NAME,
            "base_url": settings.BASE_URL,
            **context,
        }
        with translation.override(locale):
            mail = self.render_mail(template_prefix, email, words)
        mail_wanted.send(sender=User, to=email, locale=locale, subject=mail.subject, body=str(mail.body))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        locale = getattr(request.user, "locale", None)
        with translation.override(locale or translation.get_language()):
            return reverse("home:index")

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Whoever signs in goes on in the own language, whatever the language of the door was."""
        if kwargs.get("redirect_url"):
            kwargs["redirect_url"] = in_language(kwargs["redirect_url"], user.locale)
        response = super().post_login(request, user, **kwargs)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, user.locale, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax"
        )
        return response

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Signing in and out is seen by everybody; only what changed is said."""
        if message_template not in NOT_SAID:
            super().add_message(request, level, message_template, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> str:
        """A drawing to stand in the page itself: the content policy allows no data: picture."""
        drawing = qrcode.make(url, image_factory=SvgPathFillImage, border=4)
        return str(drawing.to_string(encoding="unicode"))

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """By what it is; the person may write on which device."""
        return (
            gettext("Passkey")
            if type == Authenticator.Type.WEBAUTHN
            else super().generate_authenticator_name(user, type)
        )
