from allauth.usersessions.models import UserSession

from portal.accounts.models import User


class NotTheirSession(LookupError):
    """Somebody else is signed in there."""


def end_session(*, user: User, pk: int) -> None:
    """Signs this person out of one browser. One that is signed out already stays so."""
    session = UserSession.objects.filter(pk=pk).first()
    if session is None:
        return
    if session.user_id != user.pk:
        raise NotTheirSession(pk)
    session.end()
