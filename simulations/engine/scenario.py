"""What a practice case is made of: frozen values without behaviour. A trainer's YAML becomes these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from simulations.engine.acts import (
    BEGIN,
    BUILT_IN,
    END_DAY,
    FIRE,
    MANNERS,
    QUESTION,
    READ,
    WAIT,
    Act,
    Input,
    Need,
    Option,
    Question,
    Rule,
)
from simulations.engine.calendar import DayTable
from simulations.engine.cast.schema import NOBODY, Cast
from simulations.engine.conditions import ALWAYS, Condition
from simulations.engine.counterparts import Counterpart
from simulations.engine.documents import Document, Field, Message, Person
from simulations.engine.effects import Delay, Effect, ExtendClock, Receive, Send, SetFact, StartClock, StopClock
from simulations.engine.forms import Form
from simulations.engine.guards import Expectation, Inject, Safeguard, Waiver, Within
from simulations.engine.reference import Value
from simulations.engine.text import NO_TEXT, Text

# The parts have files of their own; who reads a case finds them all here.
__all__ = [
    "BEGIN",
    "BUILT_IN",
    "END_DAY",
    "FIRE",
    "MANNERS",
    "QUESTION",
    "READ",
    "WAIT",
    "Act",
    "Briefing",
    "Deadline",
    "Delay",
    "Document",
    "Effect",
    "Ending",
    "Expectation",
    "ExtendClock",
    "Fact",
    "Field",
    "Inject",
    "Input",
    "Message",
    "Move",
    "Need",
    "Office",
    "Option",
    "Person",
    "Question",
    "Receive",
    "Role",
    "RubricItem",
    "Rule",
    "Safeguard",
    "Scenario",
    "Send",
    "SetFact",
    "Stage",
    "StartClock",
    "StopClock",
    "Waiver",
    "Within",
]


@dataclass(frozen=True, slots=True)
class Role:
    key: str
    name: Text
    duty: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Fact:
    """A small enumeration. `truth` is the case's own, `record` what files say, `known` belongs to a role."""

    key: str
    values: tuple[str, ...]
    initial: str
    layer: str = "record"
    role: str = ""
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Deadline:
    """A legal clock. Its length is a value of a pack, so that its mark travels with it."""

    key: str
    title: Text
    value: str
    extension: str = ""
    requested: str = ""  # calendar of the requested side
    requesting: str = ""
    starts_at_begin: bool = False
    on_expiry: tuple[Effect, ...] = ()
    cites: tuple[str, ...] = ()
    text: Text = NO_TEXT
    started_on: date | None = None  # where it was running before the case began


@dataclass(frozen=True, slots=True)
class RubricItem:
    """Points for one competency, judged at an act (before it, with its inputs) or else at the end."""

    key: str
    competency: str
    points: int
    title: Text
    when: Condition = ALWAYS
    on: tuple[str, ...] = ()
    critical: bool = False
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    key: str
    kind: str  # pass, neutral, fail
    title: Text
    text: Text
    when: Condition


@dataclass(frozen=True, slots=True)
class Stage:
    """A station of the procedure, for the bar above the file."""

    key: str
    title: Text
    reached: Condition


@dataclass(frozen=True, slots=True)
class Office:
    calendar: str
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a model path: an act with its inputs."""

    act: str
    inputs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Briefing:
    aim: Text = NO_TEXT
    setting: Text = NO_TEXT
    assume: Text = NO_TEXT
    clock: Text = NO_TEXT
    notice: Text = NO_TEXT
    sensitive: Text = NO_TEXT  # in two or three words, for the list of cases


@dataclass(frozen=True, slots=True)
class Scenario:
    key: str
    title: Text
    summary: Text
    level: str
    about_minutes: int
    reference_number: str
    role: str
    starts_at: datetime
    ends_on: date
    falls_to: str  # the ending when nothing else ended the case by then: it has no condition of its own
    office: Office
    pass_percent: int
    pack: str
    also: tuple[str, ...] = ()  # further packs whose values may be cited
    drafted: tuple[str, ...] = ()  # locales whose words are a machine's draft
    requested: str = ""  # jurisdictions of the two sides
    requesting: str = ""
    subject: str = ""  # the person concerned
    briefing: Briefing = Briefing()
    jurisdictions: Mapping[str, Text] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    competencies: Mapping[str, Text] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    particulars: Mapping[str, Text] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    acts: Mapping[str, Act] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    counterparts: Mapping[str, Counterpart] = field(default_factory=dict)
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    injects: Mapping[str, Inject] = field(default_factory=dict)
    safeguards: Mapping[str, Safeguard] = field(default_factory=dict)
    rubric: Mapping[str, RubricItem] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    questions: tuple[Text, ...] = ()
    models: Mapping[str, tuple[Move, ...]] = field(default_factory=dict)  # ways the author knows to pass
    values: Mapping[str, Value] = field(default_factory=dict)
    calendars: Mapping[str, DayTable] = field(default_factory=dict)
    cast: Cast = NOBODY  # who is drawn anew for each run
    sayings: frozenset[str] = frozenset()  # how the people of this run are written; may stand in a learner's own words
    logic_hash: str = ""
