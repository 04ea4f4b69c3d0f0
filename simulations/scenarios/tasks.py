from uuid import UUID

from celery import shared_task
from celery.signals import worker_ready

from simulations.scenarios import queries, services


@shared_task(ignore_result=True, acks_late=True, reject_on_worker_lost=True)
def check_version(check_uuid: str) -> None:
    services.run_check(check_uuid=UUID(check_uuid))


@shared_task(ignore_result=True)
def go_on_with_checks() -> None:
    """What a lost message or a dead worker left behind is taken up again."""
    services.note_interrupted()
    for check_uuid in queries.waiting_checks():
        check_version.delay(str(check_uuid))


@worker_ready.connect
def look_after_a_pause(sender: object, **kwargs: object) -> None:
    go_on_with_checks.delay()
