from uuid import UUID

from celery import Task, shared_task
from celery.signals import worker_ready

from simulations.scenarios import queries, services

# Each stage keeps to its own budget; the worker's limit is for one that hangs, also on a busy machine.
HANGS_AFTER_SECONDS = 600


@shared_task(bind=True, ignore_result=True, acks_late=True, reject_on_worker_lost=True, time_limit=HANGS_AFTER_SECONDS)
def check_version(self: Task, check_uuid: str) -> None:
    # Where no worker stands beside the site, as when it is filled, somebody waits for this: then it is kept short.
    limits = services.SHORT if self.request.is_eager else services.LONG
    services.run_check(check_uuid=UUID(check_uuid), limits=limits)


@shared_task(ignore_result=True)
def go_on_with_checks() -> None:
    """What a lost message or a dead worker left behind is taken up again."""
    services.note_interrupted()
    for check_uuid in queries.waiting_checks():
        check_version.delay(str(check_uuid))


@worker_ready.connect
def look_after_a_pause(sender: object, **kwargs: object) -> None:
    go_on_with_checks.delay()
