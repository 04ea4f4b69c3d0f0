"""Pasted lines against what is known: who is new, who is here already, what cannot be read, each with its reason."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.engine import pasting
from portal.accounts.engine.pasting import BadLine, Line, Problem, Rules
from portal.accounts.models import Jurisdiction
from portal.accounts.queries.invitations import institutions_to_invite_to, open_invitations
from portal.accounts.queries.languages import languages_by_name
from portal.accounts.queries.people import find_people
from portal.guard import api as guard


class State(Enum):
    NEW = "new"
    KNOWN = "known"
    INVITED = "invited"
    DUPLICATE = "duplicate"
    BAD = "bad"


STATE_WORDS: dict[State, str | Promise] = {
    State.NEW: gettext_lazy("New"),
    State.KNOWN: gettext_lazy("Known"),
    State.INVITED: gettext_lazy("Invited already"),
    State.DUPLICATE: gettext_lazy("Twice"),
    State.BAD: gettext_lazy("Cannot be read"),
}
PROBLEM_WORDS: dict[Problem, str | Promise] = {
    Problem.NO_EMAIL: gettext_lazy("The e-mail address is missing."),
    Problem.BAD_EMAIL: gettext_lazy("The first part is not an e-mail address."),
    Problem.NO_NAME: gettext_lazy("The name is missing."),
    Problem.LONG_NAME: gettext_lazy("The name is longer than 120 characters."),
    Problem.NO_INSTITUTION: gettext_lazy("The institution is missing."),
    Problem.LONG_INSTITUTION: gettext_lazy("The institution is longer than 160 characters."),
    Problem.UNKNOWN_LANGUAGE: gettext_lazy("The language is not one of the seven of this site."),
    Problem.TOO_MANY_PARTS: gettext_lazy(
        "There are more than four parts. Part them by semicolons where a name has a comma."
    ),
    Problem.CONTROL_CHARACTER: gettext_lazy("There is a character that cannot be seen. Type the line anew."),
    Problem.IDENTIFIES: gettext_lazy("It holds a number or detail that points at one person. Take it out of the line."),
}


@dataclass(frozen=True)
class Row:
    number: int
    state: State
    text: str
    name: str = ""
    institution: str = ""
    language: str = ""
    reason: str | Promise = ""

    @property
    def word(self) -> str | Promise:
        return STATE_WORDS[self.state]

    @property
    def tone(self) -> str:
        return {State.NEW: "ok", State.BAD: "bad", State.DUPLICATE: "warn"}.get(self.state, "info")

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.language, "")


@dataclass(frozen=True)
class Review:
    rows: tuple[Row, ...]
    new: tuple[Line, ...]

    @property
    def bad(self) -> int:
        return sum(row.state is State.BAD for row in self.rows)


def read(text: str, *, default_language: str) -> tuple[Line | BadLine, ...]:
    rules = Rules(languages_by_name(), default_language, is_email=_is_email, identifies=_identifies)
    return pasting.read(text, rules)


def review(lines: tuple[Line | BadLine, ...], *, actor: Any, jurisdiction: Jurisdiction) -> Review:
    emails = [line.email for line in lines if isinstance(line, Line)]
    known, invited = find_people(emails), open_invitations(emails)
    allowed = institutions_to_invite_to(actor, jurisdiction)
    allowed_names = None if allowed is None else {place.name.casefold() for place in allowed}
    seen: dict[str, int] = {}
    rows, new = [], []
    for line in lines:
        if isinstance(line, BadLine):
            rows.append(Row(line.number, State.BAD, line.text[:200], reason=PROBLEM_WORDS[line.problem]))
            continue
        state, reason = _judge(line, seen, known, invited, allowed_names)
        seen.setdefault(line.email, line.number)
        rows.append(Row(line.number, state, line.email, line.name, line.institution, line.language, reason))
        if state is State.NEW:
            new.append(line)
    return Review(tuple(rows), tuple(new))


def _judge(
    line: Line, seen: dict[str, int], known: dict[str, Any], invited: dict[str, Any], allowed: set[str] | None
) -> tuple[State, str]:
    if line.email in seen:
        return State.DUPLICATE, _("The same address as in line %(number)s.") % {"number": seen[line.email]}
    if allowed is not None and line.institution.casefold() not in allowed:
        return State.BAD, _("You may invite people of your own institution only.")
    if line.email in known:
        return State.KNOWN, _("Has an account; needs no invitation.")
    if line.email in invited:
        return State.INVITED, _("Can be sent again from the list of invitations.")
    return State.NEW, ""


def _identifies(text: str) -> bool:
    return guard.check(text).level >= guard.Level.HOLD


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
