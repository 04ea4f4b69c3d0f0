import logging
from datetime import datetime
from typing import Any

from django.dispatch import receiver
from kombu.exceptions import OperationalError

from portal.accounts.api import note_invitation_mailed
from portal.accounts.signals import mail_wanted
from portal.notify import api, services, tasks
from portal.notify.signals import mail_queued, mail_sent

log = logging.getLogger("academy.notify")


@receiver(mail_wanted)
def write_it_to_the_outbox(sender: object, *, to: str, locale: str, about: str = "", **words: Any) -> None:
    if "template" in words:
        api.send(to=to, template=words["template"], context=words["context"], locale=locale, about=about)
    else:
        services.queue(to=to, subject=words["subject"], body=words["body"], locale=locale, about=about)


@receiver(mail_sent)
def tell_whoever_asked(sender: object, about: str, at: datetime, **kwargs: Any) -> None:
    kind, _, uuid = about.partition(":")
    if kind == "invitation":
        note_invitation_mailed(invitation_uuid=uuid, at=at)


@receiver(mail_queued)
def hand_it_to_the_worker(sender: object, mail_id: int, **kwargs: Any) -> None:
    """A broker that is down costs nobody an error page: the mail waits in the outbox and the worker finds it there."""
    try:
        tasks.send_mail.delay(mail_id)
    except (OperationalError, OSError):
        log.warning("The broker is down; a mail waits in the outbox.")
