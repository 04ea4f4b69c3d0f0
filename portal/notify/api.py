"""The front door of the post room."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from portal.notify.models import Mail
from portal.notify.services import queue

__all__ = ["queue", "send"]


def send(*, to: str, template: str, context: dict[str, Any], locale: str, about: str = "") -> Mail:
    """Writes `templates/emails/<template>.subject.txt` and `.txt` in the person's language to the outbox.

    Belongs inside the transaction that caused it. The worker sends it after commit.
    """
    words = {"site_name": settings.SITE_NAME, "base_url": settings.BASE_URL, **context}
    with translation.override(locale):
        subject = render_to_string(f"emails/{template}.subject.txt", words)
        body = render_to_string(f"emails/{template}.txt", words)
    return queue(to=to, subject=subject, body=body.strip() + "\n", locale=locale, template=template, about=about)
