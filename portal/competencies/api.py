"""The front door of the competencies room."""

from django.utils.translation import get_language

from portal.competencies import queries
from portal.competencies.engine import framework as _framework
from portal.competencies.engine.framework import Competency, Level
from portal.competencies.queries import NextPlace, Picture
from portal.competencies.registry import Resource, register_resource
from portal.competencies.services import UnknownCompetency, record_evidence

__all__ = [
    "Competency",
    "Level",
    "NextPlace",
    "Picture",
    "Resource",
    "UnknownCompetency",
    "framework",
    "levels",
    "next_places",
    "picture_of",
    "record_evidence",
    "register_resource",
]


def framework(locale: str | None = None) -> tuple[Competency, ...]:
    return _framework.competencies(_locale(locale))


def levels(locale: str | None = None) -> tuple[Level, ...]:
    return _framework.levels(_locale(locale))


def picture_of(user_id: int, locale: str | None = None) -> tuple[Picture, ...]:
    """What this person has shown so far; for the person's own page, never for a ranking."""
    return queries.picture_of(user_id, locale=_locale(locale))


def next_places(user_id: int, locale: str | None = None, *, besides: str = "") -> dict[str, NextPlace]:
    """Where this person may learn or practise each competency next, `besides` the address they come from."""
    return queries.next_places(user_id, locale=_locale(locale), besides=besides)


def _locale(locale: str | None) -> str:
    return locale or get_language() or "en"
