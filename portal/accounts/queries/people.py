"""Who is who, for the rooms above: values, never rows of this room."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from portal.accounts.models import User
from portal.accounts.queries.roles import Scope, scope_of

# No mail ever reaches it; it marks an account that was emptied.
ERASED_DOMAIN = "@erased.invalid"


@dataclass(frozen=True)
class Person:
    uuid: str
    name: str
    function: str
    institution: str
    jurisdiction: str
    jurisdiction_name: str
    locale: str

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


def as_person(user: User) -> Person:
    """The institution and its jurisdiction should have been selected with the user."""
    place = user.institution
    return Person(
        uuid=str(user.uuid),
        name=user.name,
        function=user.function,
        institution=place.name if place else "",
        jurisdiction=place.jurisdiction_id if place else "",
        jurisdiction_name=str(place.jurisdiction) if place else "",
        locale=user.locale,
    )


def with_places(users: QuerySet[User]) -> QuerySet[User]:
    return users.select_related("institution__jurisdiction")


def people(uuids: Iterable[Any]) -> dict[str, Person]:
    """Those of the uuids that exist, by uuid, in one query."""
    wanted = {str(uuid) for uuid in uuids}
    if not wanted:
        return {}
    return {str(user.uuid): as_person(user) for user in with_places(User.objects.filter(uuid__in=wanted))}


def find_people(emails: Iterable[str]) -> dict[str, User]:
    """Active accounts by lower-case e-mail, in one query for each 500 addresses."""
    wanted = sorted({email.strip().lower() for email in emails if email.strip()})
    found: dict[str, User] = {}
    for start in range(0, len(wanted), 500):
        rows = User.objects.annotate(key=Lower("email")).filter(key__in=wanted[start : start + 500], is_active=True)
        found |= {user.email.lower(): user for user in with_places(rows)}
    return found


def within(scope: Scope) -> QuerySet[User]:
    if scope.everywhere:
        return User.objects.all()
    return User.objects.filter(
        Q(institution__jurisdiction_id__in=scope.jurisdictions) | Q(institution_id__in=scope.institutions)
    )


def people_seen_by(user: Any, *roles: str) -> QuerySet[User]:
    """Active accounts inside the scope that these roles give somebody."""
    return with_places(within(scope_of(user, *roles)).filter(is_active=True))


def people_kept_by(user: Any, *roles: str) -> QuerySet[User]:
    """Closed accounts too, so that they can be opened again; not those that were emptied."""
    return with_places(within(scope_of(user, *roles)).exclude(email__endswith=ERASED_DOMAIN))


def named(users: QuerySet[User], words: str) -> QuerySet[User]:
    """Whose name, address or institution contains every word."""
    for word in words.split():
        users = users.filter(Q(name__icontains=word) | Q(email__icontains=word) | Q(institution__name__icontains=word))
    return users
