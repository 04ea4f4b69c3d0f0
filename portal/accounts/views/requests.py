from django.http import HttpRequest

from portal.accounts.models import User


class PersonRequest(HttpRequest):
    """A request behind the sign-in: somebody is there. Narrower than Django's, which may be a stranger's."""

    user: User
