"""What a person has before them: new, possible, not possible and why, due, held. Never what is wise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from simulations.engine.calendar import DayTable, days
from simulations.engine.conditions import holds
from simulations.engine.deadlines import Explanation, explain_deadline
from simulations.engine.due import safe_day
from simulations.engine.forms import Form
from simulations.engine.marks import MarkSheet, sheet
from simulations.engine.passage import news_until, next_morning, next_news
from simulations.engine.reference import Mark, worst
from simulations.engine.run import obstacle
from simulations.engine.scenario import QUESTION, Act, Document, Message, Option, Person, Question, Scenario
from simulations.engine.state import Clock, State
from simulations.engine.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that can be done now; `options` are the choices open now, by input key.

    `form` and `marks` are what its task fills or marks. Of an interview: the questions open now (also options of its
    input `question`), those asked so far in their order, how many may be asked and how many are left.
    """

    act: Act
    ends: datetime
    options: dict[str, tuple[Option, ...]]
    times_done: int
    form: Form | None = None
    marks: MarkSheet | None = None
    questions: tuple[Question, ...] = ()
    asked: tuple[Question, ...] = ()
    limit: int = 0

    @property
    def left(self) -> int:
        return self.limit - len(self.asked)


@dataclass(frozen=True, slots=True)
class NotYet:
    """An act that cannot be done, with the engine's code and, for `not_yet`, the author's reason."""

    act: Act
    code: str
    because: Text


@dataclass(frozen=True, slots=True)
class Due:
    """One legal clock. `in_time_by` is the last office day that is in time on every reading."""

    key: str
    title: Text
    clock: Clock
    in_time_by: date
    days_with_today: int
    open_days_with_today: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Leads:
    """Where letting time pass goes, and the clocks that turn on the way: (deadline, contested or expired)."""

    to: datetime
    clocks: tuple[tuple[str, str], ...]
    ends_case: bool


@dataclass(frozen=True, slots=True)
class Letter:
    message: Message
    sender: Person
    at: datetime
    read: bool


@dataclass(frozen=True, slots=True)
class Paper:
    document: Document
    source: Person
    stage: str  # here, read, inspected

    @property
    def is_new(self) -> bool:
        return self.stage == "here"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One particular of the person as each source that was read shows it; None where it says nothing."""

    particular: str
    label: Text
    shown: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    columns: tuple[Document, ...]
    rows: tuple[SourceRow, ...]
    unread: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    now: datetime
    office_closes: datetime
    offers: tuple[Offer, ...]
    not_yet: tuple[NotYet, ...]
    behind: tuple[Act, ...]  # done, and not to be done again
    due: tuple[Due, ...]
    end_of_day: Leads
    wait: Leads | None
    inbox: tuple[Letter, ...]  # newest first
    papers: tuple[Paper, ...]
    sources: Sources
    unread: int


def desk(scenario: Scenario, state: State) -> Desk:
    offers, not_yet, behind = _acts(scenario, state)
    ahead = next_news(scenario, state)
    return Desk(
        now=state.now,
        office_closes=datetime.combine(state.now.date(), scenario.office.closes),
        offers=offers,
        not_yet=not_yet,
        behind=behind,
        due=tuple(_due(scenario, state, key, clock) for key, clock in state.clocks.items()),
        end_of_day=_leads(scenario, state, next_morning(scenario, state)),
        wait=_leads(scenario, state, ahead) if ahead else None,
        inbox=_inbox(scenario, state),
        papers=_papers(scenario, state),
        sources=sources(scenario, state),
        unread=state.unread,
    )


def offer(scenario: Scenario, state: State, key: str) -> Offer | None:
    """The act as it is offered now; None when it is not. For the act's own page."""
    act = scenario.acts.get(key)
    return None if act is None or obstacle(scenario, state, act) else _offer(scenario, state, act)


def explain(scenario: Scenario, state: State, deadline: str) -> Explanation:
    """Every day of a running clock with its reason, under all readings."""
    item, clock = scenario.deadlines[deadline], state.clocks[deadline]
    found = explain_deadline(
        clock.started_on,
        scenario.values[item.value],
        scenario.calendars[item.requested],
        scenario.calendars[item.requesting],
        scenario.values[item.extension] if clock.extended else None,
    )
    return replace(found, in_time_by=safe_day(scenario, deadline, found.earliest))


def sources(scenario: Scenario, state: State) -> Sources:
    """Only papers that were read make a column: the desk shows what each source says, never what is true."""
    with_column = [item for item in _held(scenario, state) if any(field.particular for field in item.fields)]
    columns = tuple(item for item in with_column if state.documents[item.key] != "here")
    rows = tuple(
        SourceRow(key, label, shown)
        for key, label in scenario.particulars.items()
        if any(shown := tuple(_says(column, key) for column in columns))
    )
    return Sources(columns, rows, tuple(item for item in with_column if state.documents[item.key] == "here"))


def _says(document: Document, particular: str) -> str | None:
    return next((field.shown for field in document.fields if field.particular == particular), None)


def _acts(scenario: Scenario, state: State) -> tuple[tuple[Offer, ...], tuple[NotYet, ...], tuple[Act, ...]]:
    offers, not_yet, behind = [], [], []
    for act in scenario.acts.values():
        refusal = obstacle(scenario, state, act)
        if refusal is None:
            offers.append(_offer(scenario, state, act))
        elif refusal.code == "already_done":
            behind.append(act)
        else:
            not_yet.append(NotYet(act, refusal.code, refusal.because))
    return tuple(offers), tuple(not_yet), tuple(behind)


def _offer(scenario: Scenario, state: State, act: Act) -> Offer:
    options = {
        item.key: tuple(option for option in item.options if holds(option.when, scenario, state)) for item in act.inputs
    }
    ends = state.now + timedelta(minutes=act.minutes)
    filled = next((item.form for item in act.inputs if item.form), "")
    marked = next((item.document for item in act.inputs if item.document), "")
    return Offer(
        act=act,
        ends=ends,
        options=options,
        times_done=len(state.done.get(act.key, ())),
        form=scenario.forms[filled] if filled else None,
        marks=sheet(scenario.documents[marked]) if marked else None,
        questions=tuple(act.questions[option.key] for option in options.get(QUESTION, ()) if act.questions),
        asked=asked(act, state),
        limit=act.limit,
    )


def asked(act: Act, state: State) -> tuple[Question, ...]:
    """What was asked in this interview so far, in its order, with the answers; also when it is over."""
    return tuple(act.questions[key] for key in state.asked.get(act.key, ()) if key in act.questions)


def _due(scenario: Scenario, state: State, key: str, clock: Clock) -> Due:
    deadline, office = scenario.deadlines[key], scenario.calendars[scenario.office.calendar]
    today = state.now.date()
    marks = [scenario.values[deadline.value].mark]
    if clock.extended:
        marks.append(scenario.values[deadline.extension].mark)
    return Due(
        key=key,
        title=deadline.title,
        clock=clock,
        in_time_by=safe_day(scenario, key, clock.earliest),
        days_with_today=max(0, (clock.earliest - today).days + 1),
        open_days_with_today=_open_days(office, today, clock.earliest),
        mark=worst(marks),
    )


def _open_days(table: DayTable, first: date, last: date) -> int:
    return sum(1 for day in days(first, last) if table.is_open(day))


def _leads(scenario: Scenario, state: State, to: datetime) -> Leads:
    turns = [(key, kind) for _, kind, key in news_until(scenario, state, to) if kind in ("contested", "expired")]
    return Leads(to, tuple(turns), to.date() >= scenario.ends_on)


def _inbox(scenario: Scenario, state: State) -> tuple[Letter, ...]:
    letters = []
    for arrived in reversed(state.inbox):
        message = scenario.messages[arrived.message]
        letters.append(Letter(message, scenario.people[message.sender], arrived.at, arrived.read))
    return tuple(letters)


def _held(scenario: Scenario, state: State) -> tuple[Document, ...]:
    return tuple(scenario.documents[key] for key in state.documents if key in scenario.documents)


def _papers(scenario: Scenario, state: State) -> tuple[Paper, ...]:
    return tuple(
        Paper(item, scenario.people[item.source], state.documents[item.key]) for item in _held(scenario, state)
    )
