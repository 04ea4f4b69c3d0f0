import logging
from typing import Any

from django.dispatch import receiver
from kombu.exceptions import OperationalError

from portal.accounts.signals import mail_wanted
from portal.notify import services, tasks
from portal.notify.signals import mail_queued

log = logging.getLogger("academy.notify")


@receiver(mail_wanted)
def write_it_to_the_outbox(sender: object, **kwargs: Any) -> None:
    services.queue(
        to=kwargs["to"],
        subject=kwargs["subject"],
        body=kwargs["body"],
        locale=kwargs["locale"],
        about=kwargs.get("about", ""),
    )


@receiver(mail_queued)
def hand_it_to_the_worker(sender: object, mail_id: int, **kwargs: Any) -> None:
    """A broker that is down costs nobody an error page: the mail waits in the outbox and the worker finds it there."""
    try:
        tasks.send_mail.delay(mail_id)
    except (OperationalError, OSError):
        log.warning("The broker is down; a mail waits in the outbox.")
