"""What happens to the person, and what must not happen to the person concerned: injects and safeguards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulations.engine.conditions import ALWAYS, Condition
from simulations.engine.effects import Effect
from simulations.engine.reference import Mark
from simulations.engine.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Within:
    """How long something may take: one of minutes, days, open days, or a length that is a value of a pack."""

    minutes: int | None = None
    days: int | None = None
    open_days: int | None = None
    value: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One of these acts should follow an inject in time."""

    acts: tuple[str, ...]
    within: Within


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that happens to the person: at a time, as soon as a condition holds, or by a facilitator. Once."""

    key: str
    title: Text
    at: datetime | None = None
    when: Condition = ALWAYS
    effects: tuple[Effect, ...] = ()
    by: str = ""  # facilitator, or nobody
    expects: Expectation | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a safeguard stands without a proof, and who answers for that."""

    because: Text
    by: str


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A stop rule over acts.

    `never_unless`: breach when the guard is missing; `needs_evidence`: likewise, the guard being the documents that
    prove enough; `never_while`: breach when the guard holds; `after_do_within`: breach when none of `acts` was done in
    time after one of `after` was, or after `after_when` first held.
    `where` narrows the act. A safeguard reads truth, record, acts and their inputs, never knowledge.
    """

    key: str
    title: Text
    template: str
    acts: tuple[str, ...]
    guard: Condition
    where: Condition = ALWAYS
    at_risk: Condition | None = None
    critical: bool = True
    basis: Mark = Mark.PRINCIPLE
    kept: Text = NO_TEXT
    breached: Text = NO_TEXT
    risk: Text = NO_TEXT
    untested: Text = NO_TEXT
    cites: tuple[str, ...] = ()
    competency: str = ""
    evidence: str = ""  # the class that is needed, of these documents
    of: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_when: Condition | None = None
    within: Within | None = None
    waived: Waiver | None = None
