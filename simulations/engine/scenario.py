"""What a practice case is made of: frozen values without behaviour. A trainer's YAML becomes these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from simulations.engine.calendar import DayTable
from simulations.engine.cast.schema import NOBODY, Cast
from simulations.engine.conditions import ALWAYS, Condition
from simulations.engine.counterparts import Counterpart
from simulations.engine.forms import Form
from simulations.engine.mrz import Zone
from simulations.engine.reference import Mark, Value
from simulations.engine.text import NO_TEXT, Text

# Acts that every case has; no act of a case may take their name.
END_DAY, WAIT, READ = "end_day", "wait", "read"
FIRE = "fire"  # a facilitator lets an inject happen
BUILT_IN = (END_DAY, WAIT, READ, FIRE)
QUESTION = "question"  # the input of an interview
MANNERS = ("open", "closed", "leading", "harmful")  # in which a question can be asked


@dataclass(frozen=True, slots=True)
class Role:
    key: str
    name: Text
    duty: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the case, or an office that writes; always invented."""

    key: str
    name: Text
    what: Text = NO_TEXT
    also: Text = NO_TEXT  # the name in the other script


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
class Field:
    """One line on a document: what it shows, and what is true where that differs.

    Fields of several documents with the same `particular` are laid side by side on the desk.
    """

    key: str
    label: Text
    shown: str
    particular: str = ""
    true: str = ""
    odd: tuple[str, ...] = ()  # what an inspection should find here: the kinds of mark that are right
    lang: str = ""  # of what is shown, e.g. sr-Cyrl
    said: Text = NO_TEXT  # what it shows, where that is said in each language; `shown` is the source language's


@dataclass(frozen=True, slots=True)
class Document:
    key: str
    title: Text
    kind: str  # which drawing: passport, letter, record, …
    source: str  # person key
    fields: tuple[Field, ...] = ()
    body: Text = NO_TEXT
    pages: int = 1
    zone: Zone | None = None
    authenticity: str = "genuine"  # genuine, altered, forged
    evidence: str = "none"  # proof, prima_facie, none
    at_start: bool = False
    column: Text = NO_TEXT  # head of its column in "what each source says"
    about: Text = NO_TEXT  # one line for the list: pages, from whom
    issuer: Text = NO_TEXT  # the office on its head and its stamp, where that is not the source
    odd: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of places that are no field
    echoes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # places that say again what fields say

    @property
    def mrz(self) -> tuple[str, ...]:
        """The lines of the machine readable zone."""
        return self.zone.lines if self.zone else ()


@dataclass(frozen=True, slots=True)
class Delay:
    """When something sent now arrives: after minutes, on the n-th open day of a calendar, or at a moment."""

    minutes: int = 0
    open_days: int = 0
    calendar: str = ""
    at: time | None = None
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetFact:
    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Receive:
    document: str


@dataclass(frozen=True, slots=True)
class Send:
    """A message that will reach the desk after its delay."""

    message: str
    delay: Delay = Delay()


@dataclass(frozen=True, slots=True)
class StartClock:
    deadline: str


@dataclass(frozen=True, slots=True)
class StopClock:
    deadline: str


@dataclass(frozen=True, slots=True)
class ExtendClock:
    deadline: str


Effect = SetFact | Receive | Send | StartClock | StopClock | ExtendClock


@dataclass(frozen=True, slots=True)
class Message:
    key: str
    sender: str
    subject: Text
    body: Text
    effects: tuple[Effect, ...] = ()
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    text: Text
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Input:
    """Something the person fills in with the act.

    kind: choice (one option), many (several), date (ISO), text (own words; never stored in the log),
    table (one option for each row), order (all options, the first first), form (typed field by field; only the
    judgement is stored), marks (on a document).
    """

    key: str
    kind: str
    label: Text
    hint: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    required: bool = True
    least_words: int = 0  # for own words; fewer are refused
    most_words: int = 0  # more are refused; 0 for no limit but the text's
    form: str = ""
    document: str = ""  # that is marked


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an interview; `manner` is one of MANNERS."""

    key: str
    text: Text
    answer: Text
    manner: str
    effects: tuple[Effect, ...] = ()
    feedback: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Need:
    """A condition of an act, and what the desk says while it is not met."""

    when: Condition
    because: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act does under a condition. In each group the first rule that holds applies."""

    key: str
    when: Condition = ALWAYS
    group: str = "main"
    effects: tuple[Effect, ...] = ()
    verdict: str = ""  # sound, cost, breach or nothing
    feedback: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Act:
    key: str
    group: str  # look, find_out, decide
    label: Text
    detail: Text = NO_TEXT
    sees: Text = NO_TEXT
    task: str = "choose"  # choose, compute, inspect, compare, fill, interview, write
    document: str = ""  # the document an inspection is about
    deadline: str = ""  # the clock a computation is about
    minutes: int = 0
    once: bool = True
    needs: tuple[Need, ...] = ()
    inputs: tuple[Input, ...] = ()
    effects: tuple[Effect, ...] = ()
    rules: tuple[Rule, ...] = ()
    also: Text = NO_TEXT  # what else was possible, for the debrief
    cites: tuple[str, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    limit: int = 0  # of questions
    looks_at: tuple[str, ...] = ()  # documents that should have been opened before
    model_answer: Text = NO_TEXT
    criteria: tuple[Text, ...] = ()  # by which a trainer judges own words
    competency: str = ""  # that the trainer's judgement is evidence of


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
