"""The front door of the competencies room."""

from django.utils.translation import get_language

from portal.competencies import queries
from portal.competencies.engine import framework as _framework
from portal.competencies.engine.framework import Competency, Level
from portal.competencies.queries import Picture
from portal.competencies.services import UnknownCompetency, record_evidence

__all__ = [
    "Competency",
    "Level",
    "Picture",
    "UnknownCompetency",
    "framework",
    "levels",
    "picture_of",
    "record_evidence",
]


def framework(locale: str | None = None) -> tuple[Competency, ...]:
    return _framework.competencies(_locale(locale))


def levels(locale: str | None = None) -> tuple[Level, ...]:
    return _framework.levels(_locale(locale))


def picture_of(user_id: int, locale: str | None = None) -> tuple[Picture, ...]:
    """What this person has shown so far; for the person's own page, never for a ranking."""
    return queries.picture_of(user_id, locale=_locale(locale))


def _locale(locale: str | None) -> str:
    return locale or get_language() or "en"
