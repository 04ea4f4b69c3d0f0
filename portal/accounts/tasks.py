from celery import shared_task
from django.core.management import call_command

from portal.accounts import services


@shared_task(ignore_result=True)
def end_expired_grants() -> None:
    services.roles.end_expired_grants()


@shared_task(ignore_result=True)
def forget_old_invitations() -> None:
    services.invitations.forget_old_invitations()


@shared_task(ignore_result=True)
def clear_sessions() -> None:
    call_command("clearsessions")
