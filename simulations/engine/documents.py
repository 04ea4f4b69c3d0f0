"""Who writes and what lies on the desk: people, papers with their fields, messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulations.engine.effects import Effect
from simulations.engine.mrz import Zone
from simulations.engine.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the case, or an office that writes; always invented."""

    key: str
    name: Text
    what: Text = NO_TEXT
    also: Text = NO_TEXT  # the name in the other script


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
class Message:
    key: str
    sender: str
    subject: Text
    body: Text
    effects: tuple[Effect, ...] = ()
    at_start: bool = False
