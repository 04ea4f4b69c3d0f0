"""The page of one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.forms.boundfield import BoundField

from simulations.engine import desk as engine
from simulations.engine.desk import Offer, Paper, Sources
from simulations.engine.scenario import Act, Input, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.forms import ROW, ActForm
from simulations.runs.models import RunEvent
from simulations.runs.screens import papers
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
class ActPage:
    act: Act
    form: ActForm
    effort: str
    ends: datetime
    paper: papers.PaperPage | None
    fields: tuple[BoundField, ...]
    tables: tuple[Table, ...]
    sources: Sources
    papers: tuple[Paper, ...]


def act_page(scenario: Scenario, state: State, offer: Offer, form: ActForm) -> ActPage:
    act = offer.act
    table = engine.desk(scenario, state)
    is_inspection = act.task == "inspect" and act.document in state.documents
    return ActPage(
        act=act,
        form=form,
        effort=words.effort(act.minutes),
        ends=offer.ends,
        paper=papers.paper_page(scenario, state, act.document) if is_inspection else None,
        fields=tuple(form[item.key] for item in act.inputs if item.kind != "table"),
        tables=tuple(_table(item, form, table.sources) for item in act.inputs if item.kind == "table"),
        sources=table.sources,
        papers=table.papers,
    )


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
        return f"{at}: {words.said(scenario.messages[event.data['message']].subject)}"
    return ""
