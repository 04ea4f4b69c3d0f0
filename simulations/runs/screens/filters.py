"""Ways to narrow the catalogue: only what some case offers can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from simulations.engine.scenario import Scenario
from simulations.runs import words

if TYPE_CHECKING:
    from simulations.runs.screens.catalogue import Card

_LENGTHS = {"short": 15, "medium": 45}


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


def filters_of(cards: Sequence[Card], wanted: Mapping[str, str]) -> tuple[Filter, ...]:
    roles = {_role(card.scenario): words.said(card.scenario.roles[card.scenario.role].name) for card in cards}
    competencies = {key: words.said(text) for card in cards for key, text in card.scenario.competencies.items()}
    spoken = {
        code: name for code, name in settings.LANGUAGES for card in cards if code in card.scenario.title.by_locale
    }
    lengths = {"short": _("Up to 15 minutes"), "medium": _("Up to 45 minutes"), "long": _("Longer")}
    return (
        _filter("role", _("Role"), _("Any role"), roles, wanted),
        _filter("level", _("Level"), _("Any level"), {key: str(text) for key, text in words.LEVELS.items()}, wanted),
        _filter("competency", _("Competency"), _("Any competency"), competencies, wanted),
        _filter("time", _("Time"), _("Any length"), lengths, wanted),
        _filter("language", _("Language"), _("Any language"), spoken, wanted),
    )


def _role(scenario: Scenario) -> str:
    """By its name: cases give the same key to different desks."""
    return slugify(scenario.roles[scenario.role].name.say("en"))


def _filter(name: str, label: str, every: str, options: Mapping[str, str], wanted: Mapping[str, str]) -> Filter:
    chosen = wanted.get(name, "")
    return Filter(
        name, label, (("", every, not chosen), *((key, text, key == chosen) for key, text in options.items()))
    )


def fits(card: Card, chosen: Mapping[str, str]) -> bool:
    scenario = card.scenario
    return (
        chosen["role"] in ("", _role(scenario))
        and chosen["level"] in ("", scenario.level)
        and (not chosen["competency"] or chosen["competency"] in scenario.competencies)
        and (not chosen["language"] or chosen["language"] in scenario.title.by_locale)
        and (not chosen["time"] or chosen["time"] == _length(scenario.about_minutes))
    )


def _length(minutes: int) -> str:
    return next((key for key, most in _LENGTHS.items() if minutes <= most), "long")
