from celery import shared_task
from celery.signals import worker_ready

from portal.notify import services


@shared_task(ignore_result=True)
def send_mail(mail_id: int) -> None:
    services.send_mail(mail_id=mail_id)


@shared_task(ignore_result=True)
def send_pending() -> None:
    services.send_pending()


@worker_ready.connect
def send_what_waited(sender: object, **kwargs: object) -> None:
    send_pending.delay()
