"""The people of the demo site: invited and let in by the same services as everybody else."""

import json
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction

from portal.accounts.models import Invitation, Jurisdiction, Role, User
from portal.accounts.queries.people import find_people
from portal.accounts.services.invitations import accept_invitation, invite_person, keep_step
from portal.accounts.services.places import institution_named
from portal.accounts.services.roles import grant_role

PEOPLE = settings.BASE_DIR / "portal" / "demo" / "people.yaml"
ROLES = {"trainer": Role.TRAINER, "coordinator": Role.COORDINATOR, "administrator": Role.ADMINISTRATOR}


@dataclass(frozen=True)
class Part:
    """Somebody in the demo's cast, as people.yaml describes them."""

    key: str
    email: str
    name: str
    institution: str
    locale: str
    function: str
    sex: str
    role: str = "learner"
    is_waiting: bool = False


@cache
def script() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))
    return document


def parts() -> tuple[Part, ...]:
    """Everybody once; an entry that says `same_as` is somebody listed elsewhere."""
    found: dict[str, Part] = {}
    listed = (*script()["accounts"], *script()["specialists"], *script()["cohort"]["participants"])
    for entry in listed:
        if "name" in entry:
            found.setdefault(entry["email"], _part(entry))
    return tuple(found.values())


def cast() -> dict[str, User]:
    """The demo's people by their key in people.yaml, and by e-mail; for the demo of other rooms."""
    users = find_people(part.email for part in parts())
    by_key = {part.key: users[part.email] for part in parts() if part.key and part.email in users}
    same = {entry["key"]: by_key[entry["same_as"]] for entry in script()["accounts"] if "same_as" in entry}
    return users | by_key | same


def build() -> None:
    """Repeating it changes nothing but the password of whoever's file was lost."""
    administrator = _administrator()
    users = find_people(part.email for part in parts())
    for part in parts():
        if part.email not in users:
            _let_in(part, administrator)
    for key, user in _accounts_of_the_demo().items():
        entry = next(one for one in script()["accounts"] if one["key"] == key)
        if entry["role"] in ROLES:
            grant_role(user=user, role=ROLES[entry["role"]], actor=administrator)
    _keep_password()


def _part(entry: dict[str, Any]) -> Part:
    progress = entry.get("progress", {"enrolled": True})
    return Part(
        key=entry.get("key", ""),
        email=entry["email"],
        name=entry["name"],
        institution=entry["institution"],
        locale=entry["locale"],
        function=entry["function"],
        sex=entry["sex"],
        role=entry.get("role", "learner"),
        is_waiting=not progress["enrolled"],
    )


def _place(key: str) -> tuple[str, Jurisdiction]:
    entry = next(one for one in script()["institutions"] if one["key"] == key)
    return entry["name"], Jurisdiction.objects.get(code=entry["jurisdiction"])


@transaction.atomic
def _administrator() -> User:
    """The first account of a site cannot be invited by anybody."""
    part = next(part for part in parts() if part.role == "administrator")
    name, jurisdiction = _place(part.institution)
    user = User.objects.filter(email=part.email).first() or User.objects.create_user(
        part.email,
        name=part.name,
        locale=part.locale,
        institution=institution_named(name=name, jurisdiction=jurisdiction, actor=None),
        function=part.function,
        sex=part.sex,
    )
    grant_role(user=user, role=Role.ADMINISTRATOR)
    return user


def _let_in(part: Part, administrator: User) -> None:
    name, jurisdiction = _place(part.institution)
    invited = invite_person(
        email=part.email,
        name=part.name,
        institution=name,
        jurisdiction=jurisdiction,
        locale=part.locale,
        actor=administrator,
    )
    if part.is_waiting:
        return
    invitation = Invitation.objects.get(uuid=invited.uuid)
    keep_step(invitation_id=invitation.pk, step=3, answers={"function": part.function, "sex": part.sex})
    accept_invitation(invitation_id=invitation.pk, password=None)


def _accounts_of_the_demo() -> dict[str, User]:
    people = cast()
    return {entry["key"]: people[entry["key"]] for entry in script()["accounts"]}


def _keep_password() -> None:
    path = Path(settings.VAR_DIR) / "demo-accounts.json"
    accounts = _accounts_of_the_demo()
    if path.exists():
        password = next(iter(json.loads(path.read_text()).values()))["password"]
    else:
        password = "-".join(secrets.token_hex(3) for _ in range(3))
    for user in accounts.values():
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
    path.touch(mode=0o600)
    path.chmod(0o600)
    words = {key: {"email": user.email, "password": password} for key, user in accounts.items()}
    path.write_text(json.dumps(words, indent=2) + "\n")
