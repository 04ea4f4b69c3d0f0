"""A form that is filled from the file: its blocks, what was found in each field, and the file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from simulations.engine import forms
from simulations.engine.forms import FieldFinding, Form, FormField, Tally
from simulations.engine.scenario import Act, Document, Input, Scenario
from simulations.engine.state import State
from simulations.engine.text import Text
from simulations.runs import words
from simulations.runs.forms.act import ActForm
from simulations.runs.forms.names import part
from simulations.runs.screens import papers


@dataclass(frozen=True)
class Row:
    """`finding` is None until the form was checked; `typed` is what was sent, on a page that only shows it."""

    item: FormField
    field: BoundField | None
    finding: FieldFinding | None
    typed: str = ""

    @property
    def said(self) -> str:
        return _("Yes") if self.item.kind == "tick" and self.typed else self.typed


@dataclass(frozen=True)
class Block:
    key: str
    title: Text
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        """With its letter, where the author has not written it there."""
        said = words.said(self.title)
        return said if said.startswith(self.key) else f"{self.key}. {said}"


@dataclass(frozen=True)
class FillPage:
    """`closer`: fields that should be looked at again or are perhaps not needed, in the order of the form."""

    form: Form
    blocks: tuple[Block, ...]
    tally: Tally | None
    sources: tuple[papers.PaperPage, ...]
    unread: tuple[Document, ...]

    @property
    def closer(self) -> tuple[Row, ...]:
        rows = (row for block in self.blocks for row in block.rows)
        return tuple(row for row in rows if row.finding and row.finding.word != forms.FITS)

    @property
    def again(self) -> int:
        return self.tally.differs + self.tally.empty if self.tally else 0


def form_input(act: Act) -> Input | None:
    return next((item for item in act.inputs if item.kind == "form"), None)


def fill_page(scenario: Scenario, state: State, act: Act, form: ActForm, *, checked: bool) -> FillPage | None:
    """`checked`: the person asked how it stands. Before that nothing is said of any field."""
    item = form_input(act)
    if item is None:
        return None
    asked = scenario.forms[item.form]
    judged = _judged(asked, item, form) if checked else {}
    found = {finding.field.key: finding for finding in forms.findings(asked, judged)}
    rows = {key: Row(field, form[part(item.key, key)], found.get(key)) for key, field in asked.fields.items()}
    return _page(scenario, state, asked, rows, judged)


def sent_form(
    scenario: Scenario, state: State, item: Input, judged: Mapping[str, str], typed: Mapping[str, str]
) -> FillPage:
    """A form as it was sent: to be read, not to be changed."""
    asked = scenario.forms[item.form]
    found = {finding.field.key: finding for finding in forms.findings(asked, judged)}
    rows = {key: Row(field, None, found.get(key), typed.get(key, "")) for key, field in asked.fields.items()}
    return _page(scenario, state, asked, rows, judged)


def _judged(asked: Form, item: Input, form: ActForm) -> dict[str, str]:
    return forms.judge(asked, {key: form.cleaned_data.get(part(item.key, key)) or "" for key in asked.fields})


def _page(
    scenario: Scenario, state: State, asked: Form, rows: Mapping[str, Row], judged: Mapping[str, str]
) -> FillPage:
    blocks = tuple(
        Block(key, title, tuple(row for row in rows.values() if row.item.block == key))
        for key, title in asked.blocks.items()
    )
    named = dict.fromkeys(document for field in asked.fields.values() for document, _field in field.sources)
    held = [key for key in named if key in state.documents and key in scenario.documents]
    return FillPage(
        form=asked,
        blocks=tuple(block for block in blocks if block.rows),
        tally=forms.tally(asked, judged) if judged else None,
        sources=tuple(papers.paper_page(scenario, state, key) for key in held if state.documents[key] != "here"),
        unread=tuple(scenario.documents[key] for key in held if state.documents[key] == "here"),
    )
