from celery import shared_task
from celery.signals import worker_ready

from courses.certificates import services


@shared_task(ignore_result=True)
def reconcile() -> None:
    services.reconcile()


@worker_ready.connect
def look_after_a_pause(sender: object, **kwargs: object) -> None:
    reconcile.delay()
