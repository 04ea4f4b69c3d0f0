from celery import shared_task

from courses.certificates import services


@shared_task(ignore_result=True)
def reconcile_certificates() -> None:
    services.reconcile()
