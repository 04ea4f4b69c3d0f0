"""A form that is filled from the file: untouched, checked once, or sent; and the file beside it.

Nothing is said of a field before the person has judged it: by asking for the one check, or by sending.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.engine import forms
from simulations.engine.forms import FieldFinding, Form, FormField, Tally
from simulations.engine.scenario import Act, Document, Input, Scenario
from simulations.engine.state import State
from simulations.engine.text import NO_TEXT, Text
from simulations.runs import words
from simulations.runs.engine import seals
from simulations.runs.forms.act import ActForm
from simulations.runs.forms.names import part
from simulations.runs.models import FormCheck
from simulations.runs.screens import papers


@dataclass(frozen=True)
class Row:
    """`finding` is None until there is something to say of it; `is_changed`: what was checked stands there no more;
    `typed` is what was sent, on a page that only shows it."""

    item: FormField
    field: BoundField | None
    finding: FieldFinding | None
    typed: str = ""
    is_changed: bool = False

    @property
    def look(self) -> str:
        """Nothing is coloured that is empty still, or that was changed since."""
        word = self.finding.word if self.finding and not self.is_changed else ""
        return {forms.FITS: "ok", forms.DIFFERS: "bad", forms.EXCESS: "warn"}.get(word, "")

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
    """`checked_at`: when in the case the one check was made; `closer`: fields that should be looked at again or are
    perhaps not needed, in the order of the form."""

    form: Form
    blocks: tuple[Block, ...]
    tally: Tally | None
    sources: tuple[papers.PaperPage, ...]
    unread: tuple[Document, ...]
    checked_at: datetime | None = None

    @property
    def closer(self) -> tuple[Row, ...]:
        rows = (row for block in self.blocks for row in block.rows)
        return tuple(row for row in rows if row.finding and row.finding.word != forms.FITS)

    @property
    def again(self) -> int:
        return self.tally.differs + self.tally.empty if self.tally else 0


def form_input(act: Act) -> Input | None:
    return next((item for item in act.inputs if item.kind == "form"), None)


def fill_page(
    scenario: Scenario, state: State, act: Act, form: ActForm, check: FormCheck | None = None
) -> FillPage | None:
    """`check`: the one look at the form before this sending, if it was asked for."""
    item = form_input(act)
    if item is None:
        return None
    asked = scenario.forms[item.form]
    if check is None:
        rows = {key: Row(field, form[part(item.key, key)], None) for key, field in asked.fields.items()}
        return _page(scenario, state, asked, rows, {})
    found = {finding.field.key: finding for finding in forms.findings(asked, check.words)}
    rows = {
        key: _checked(form, part(item.key, key), field, found.get(key), check) for key, field in asked.fields.items()
    }
    page = _page(scenario, state, asked, rows, check.words)
    return replace(page, checked_at=datetime.fromisoformat(check.at))


def sent_form(
    scenario: Scenario, state: State, item: Input, judged: Mapping[str, str], typed: Mapping[str, str]
) -> FillPage:
    """A form as it was sent: to be read, not to be changed. What was left empty, and may be, is no finding."""
    asked = scenario.forms[item.form]
    found = {finding.field.key: finding for finding in forms.findings(asked, judged) if not _is_left_alone(finding)}
    rows = {key: Row(field, None, found.get(key), typed.get(key, "")) for key, field in asked.fields.items()}
    return _page(scenario, state, asked, rows, judged)


def summary(form: Form, check: FormCheck) -> str:
    """What the one check found, in a line."""
    tally = forms.tally(form, check.words)
    again, parts = tally.differs + tally.empty, []
    parts.append(ngettext("%(count)d field fitted", "%(count)d fields fitted", tally.fits) % {"count": tally.fits})
    if again:
        parts.append(ngettext("%(count)d to look at again", "%(count)d to look at again", again) % {"count": again})
    if tally.excess:
        count = {"count": tally.excess}
        parts.append(ngettext("%(count)d perhaps not needed", "%(count)d perhaps not needed", tally.excess) % count)
    return _("Checked once before it was sent: %(found)s.") % {"found": ", ".join(parts)}


def typed_of(form: ActForm, item: Input, asked: Form) -> dict[str, str]:
    """What stands in each field now, whether it was kept or just sent."""
    return {key: _standing(form, part(item.key, key)) for key in asked.fields}


def _standing(form: ActForm, name: str) -> str:
    return str(form.fields[name].to_python(form[name].value()) or "")


def _checked(form: ActForm, name: str, item: FormField, found: FieldFinding | None, check: FormCheck) -> Row:
    """What an empty field should say is not told before it is sent: nobody has judged it yet."""
    if found is None:
        return Row(item, form[name], None)
    if found.word == forms.EMPTY:
        found = replace(found, words=NO_TEXT)
    stood = check.found[item.key][1]
    return Row(item, form[name], found, is_changed=not seals.fits(check.seat.secret, _standing(form, name), stood))


def _is_left_alone(finding: FieldFinding) -> bool:
    return finding.word == forms.FITS and not finding.field.needed


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
