from celery import shared_task

from portal.accounts import services


@shared_task(ignore_result=True)
def end_expired_grants() -> None:
    services.roles.end_expired_grants()


@shared_task(ignore_result=True)
def forget_old_invitations() -> None:
    services.invitations.forget_old_invitations()
