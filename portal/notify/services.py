"""Writing a mail and sending it: two steps, so that neither a slow server nor a stopped worker costs anybody a page."""

import smtplib
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F

from portal.core.clock import now
from portal.notify import queries, signals
from portal.notify.models import Mail

# Headers end at a line break; a subject with one would let its writer add headers.
SUBJECT_LENGTH = 200


@transaction.atomic
def queue(*, to: str, subject: str, body: str, locale: str, template: str = "", about: str = "") -> Mail:
    subject = " ".join(subject.split())[:SUBJECT_LENGTH]
    mail = Mail.objects.create(to=to, subject=subject, body=body, locale=locale, template=template, about=about)
    transaction.on_commit(lambda: signals.mail_queued.send(sender=Mail, mail_id=mail.pk))
    return mail


def send_mail(*, mail_id: int) -> bool:
    """Sends one waiting mail; False when somebody else has it, it has left already, or the server refused."""
    at = now()
    if not _claim(mail_id, at):
        return False
    mail = Mail.objects.get(pk=mail_id)
    try:
        EmailMessage(subject=mail.subject, body=mail.body, to=[mail.to]).send()
    except (OSError, smtplib.SMTPException) as error:
        Mail.objects.filter(pk=mail_id).update(claimed_at=None, last_error=type(error).__name__)
        return False
    Mail.objects.filter(pk=mail_id).update(sent_at=now(), body=mail.body if settings.DEMO else "")
    signals.mail_sent.send(sender=Mail, about=mail.about, at=at)
    return True


def send_pending() -> int:
    """What a stopped broker left behind; run at the worker's start and every hour."""
    ids = list(queries.waiting(now()).values_list("pk", flat=True)[:500])
    return sum(send_mail(mail_id=mail_id) for mail_id in ids)


def _claim(mail_id: int, at: datetime) -> bool:
    # One statement: of two workers with the same message only one may send.
    return bool(queries.waiting(at).filter(pk=mail_id).order_by().update(claimed_at=at, attempts=F("attempts") + 1))
