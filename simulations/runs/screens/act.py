"""The page of one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.forms.boundfield import BoundField
from django.urls import reverse

from simulations.engine import desk as engine
from simulations.engine.desk import Offer, Paper, Sources
from simulations.engine.scenario import Act, Input, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.forms import ROW, ActForm, MarkForm
from simulations.runs.models import FormCheck, RunEvent
from simulations.runs.screens import papers
from simulations.runs.screens.decisions import LawLine, law_lines
from simulations.runs.screens.fill import FillPage, fill_page
from simulations.runs.screens.inspection import InspectionPage, inspection_page
from simulations.runs.screens.interview import InterviewPage, interview_page
from simulations.runs.screens.ordering import Ordering, orderings
from simulations.runs.screens.workspace import done_line


@dataclass(frozen=True)
class TableRow:
    """One row of a table input beside what each source that was read says about it."""

    field: BoundField
    shown: tuple[str | None, ...]


@dataclass(frozen=True)
class Table:
    label: str
    hint: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Article:
    """What a date is counted from: the rule as the pack says it, and where the whole pack can be read."""

    law: tuple[LawLine, ...]
    url: str
    is_again: bool  # the readings have been seen


@dataclass(frozen=True)
class ActPage:
    act: Act
    form: ActForm
    effort: str
    ends: datetime
    paper: papers.PaperPage | None
    fields: tuple[BoundField, ...]
    tables: tuple[Table, ...]
    fill: FillPage | None
    inspection: InspectionPage | None
    interview: InterviewPage | None
    orderings: tuple[Ordering, ...]
    sources: Sources
    papers: tuple[Paper, ...]
    article: Article | None


@dataclass(frozen=True)
class Unfinished:
    """What the person has set on the page and not sent: marks, one of them being changed.

    `at`: the place of the paper that was chosen for the next mark.
    """

    marks: tuple[str, ...] = ()
    instead: str = ""
    at: str = ""
    mark_form: MarkForm | None = None


NOTHING = Unfinished()
# Inputs with a part of the page of their own.
_OWN_PART = ("table", "form", "marks", "order")


def act_page(
    scenario: Scenario,
    state: State,
    offer: Offer,
    form: ActForm,
    unfinished: Unfinished = NOTHING,
    check: FormCheck | None = None,
) -> ActPage:
    act = offer.act
    table = engine.desk(scenario, state)
    inspection = inspection_page(
        scenario, state, act, unfinished.marks, unfinished.mark_form, unfinished.instead, unfinished.at
    )
    is_inspection = act.task == "inspect" and act.document in state.documents and inspection is None
    return ActPage(
        act=act,
        form=form,
        effort=words.effort(act.minutes),
        ends=offer.ends,
        paper=papers.paper_page(scenario, state, act.document) if is_inspection else None,
        fields=tuple(form[item.key] for item in act.inputs if item.kind not in _OWN_PART),
        tables=tuple(_table(item, form, table.sources) for item in act.inputs if item.kind == "table"),
        fill=fill_page(scenario, state, act, form, check),
        inspection=inspection,
        interview=interview_page(state, act),
        orderings=orderings(act, form),
        sources=table.sources,
        papers=table.papers,
        article=_article(scenario, state, act),
    )


def _article(scenario: Scenario, state: State, act: Act) -> Article | None:
    """Nobody counts from memory: a computation shows the article first, never the date."""
    if act.task != "compute" or not act.deadline:
        return None
    value = scenario.values[scenario.deadlines[act.deadline].value]
    pack, _, _name = value.token.partition(".")
    return Article(law_lines((value,)), reverse("agreements:pack", args=[pack]), act.key in state.done)


def _table(item: Input, form: ActForm, compared: Sources) -> Table:
    """Rows that carry the key of a particular are laid beside the sources."""
    by_particular = {row.particular: row.shown for row in compared.rows}
    empty = (None,) * len(compared.columns)
    rows = tuple(TableRow(form[f"{item.key}{ROW}{row.key}"], by_particular.get(row.key, empty)) for row in item.rows)
    has_sources = any(row.key in by_particular for row in item.rows)
    heads = tuple(words.said(column.column or column.title) for column in compared.columns) if has_sources else ()
    return Table(words.said(item.label), words.said(item.hint), heads, rows)


def changes_since(scenario: Scenario, events: Iterable[RunEvent]) -> tuple[str, ...]:
    """What happened since a page was shown, newest last."""
    return tuple(line for event in events if (line := _change(scenario, event)))


def _change(scenario: Scenario, event: RunEvent) -> str:
    at = words.moment(datetime.fromisoformat(event.at))
    if event.kind in ("act_taken", "day_ended", "waited"):
        return f"{at}: {done_line(scenario, event).what}"
    if event.kind == "message_arrived":
        message = scenario.messages[event.data["message"]]
        sender = words.said(scenario.people[message.sender].name)
        return f"{at}: {sender}: “{words.said(message.subject)}”"
    return ""
