"""People for tests. Every name is invented; every address is at example.org."""

from itertools import count
from typing import Any

from portal.accounts.api import grant_role
from portal.accounts.models import Institution, Jurisdiction, User

_number = count(1)
PASSWORD = "a long enough sentence"


def institution(*, jurisdiction: str = "AL", name: str = "") -> Institution:
    place, _ = Institution.objects.get_or_create(
        jurisdiction=Jurisdiction.objects.get(code=jurisdiction), name=name or f"Border police of {jurisdiction}"
    )
    return place


def person(*roles: str, jurisdiction: str = "AL", scope: str | None = None, **fields: Any) -> User:
    """An active account; each role holds in the jurisdiction `scope`, or everywhere."""
    number = next(_number)
    values = {
        "email": f"person{number}@example.org",
        "name": f"Vera Example {number}",
        "institution": institution(jurisdiction=jurisdiction),
        "password": PASSWORD,
    } | fields
    user = User.objects.create_user(**values)
    for role in roles:
        grant_role(user=user, role=role, jurisdiction=Jurisdiction.objects.get(code=scope) if scope else None)
    return user
