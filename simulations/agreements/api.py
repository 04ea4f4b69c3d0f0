"""Front door of the agreement packs: values with their marks, tokens in texts, explained deadlines."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from simulations.agreements.engine import shelf
from simulations.agreements.engine.citations import cited_in
from simulations.agreements.engine.moving import Moved, move
from simulations.agreements.engine.packs import Pack
from simulations.agreements.queries import (
    NoDayTable,
    NoLength,
    calendar,
    explain_clock,
    explain_deadline,
    touched_by,
    value,
    with_signatures,
)
from simulations.agreements.registry import Citation, finds_citations
from simulations.engine.deadlines import Explanation
from simulations.engine.reference import Mark, Reference, Value
from simulations.engine.source import Source
from simulations.engine.tokens import TokenUnknown, resolved, tokens_in

__all__ = ["Explanation", "Mark", "Pack", "Reference", "TokenUnknown", "Value"]
__all__ += ["NoDayTable", "NoLength", "calendar", "explain_clock", "explain_deadline", "pack", "packs", "reference"]
__all__ += ["Moved", "on_pack"]
__all__ += ["Citation", "cited_in", "finds_citations", "touched_by"]
__all__ += ["resolve_tokens", "said_mark", "tokens_in", "value", "with_signatures"]


def packs() -> tuple[Pack, ...]:
    return tuple(shelf.packs().values())


def pack(key: str) -> Pack:
    """KeyError when no pack has this key."""
    return shelf.packs()[key]


def reference() -> Reference:
    """All values and day tables that ship, for loading a case."""
    return shelf.reference()


def on_pack(source: Source, key: str) -> Moved:
    """The same case under another agreement, with what that agreement cannot give it."""
    return move(source, shelf.packs(), key)


def resolve_tokens(words: str, locale: str, *, html: bool = False) -> str:
    """Each token as its value with article and mark; TokenUnknown for one no pack defines.

    With `html` the words must already be safe HTML; what is put in is escaped and the mark gets its own element.
    """
    with override(locale):
        return resolved(words, shelf.values(), locale, _as_html if html else _as_words)


def said_mark(mark: Mark) -> str:
    """How far a value may be trusted, in words; nothing where it may be."""
    return {
        Mark.SOURCED: _("not reviewed"),
        Mark.ASSUMPTION: _("assumption"),
        Mark.GENERAL: _("general knowledge, not confirmed"),
        Mark.GENERAL_UNSURE: _("general knowledge, not sure"),
        Mark.ABSENT: _("no value known"),
    }.get(mark, "")


def _as_words(found: Value, locale: str) -> str:
    inside = _inside(found)
    return f"{found.text.say(locale)} ({inside})" if inside else found.text.say(locale)


def _as_html(found: Value, locale: str) -> str:
    inside = _inside(found)
    if not inside:
        return format_html("{}", found.text.say(locale))
    kind = "reviewed" if found.mark.decides else "unreviewed"
    row = '{} <span class="ra-checked ra-checked--{}">({})</span>'
    return format_html(row, found.text.say(locale), kind, inside)


def _inside(found: Value) -> str:
    return ", ".join(part for part in (found.article, said_mark(found.mark)) if part)
