"""Mails to a person are found by the address."""

from typing import Any

from portal.accounts.api import personal_data
from portal.notify.models import Mail


def _forget(user: Any) -> None:
    Mail.objects.filter(to__iexact=user.email).delete()


def _mails(user: Any) -> list[dict[str, Any]]:
    rows = Mail.objects.filter(to__iexact=user.email).order_by("pk")
    return [
        {"to": mail.to, "subject": mail.subject, "queued_at": mail.queued_at, "sent_at": mail.sent_at} for mail in rows
    ]


personal_data("notify.Mail", user_field="to", by="email", export=_mails, erase=_forget)
