"""Cases to choose from, with where the person stands in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from simulations.engine.desk import desk
from simulations.engine.scenario import Scenario
from simulations.runs import queries, words
from simulations.runs.models import Run
from simulations.runs.screens import clocks
from simulations.runs.screens.workspace import route
from simulations.scenarios import queries as scenarios

if TYPE_CHECKING:
    from portal.accounts.models import User

_LENGTHS = {"short": 15, "medium": 45}


@dataclass(frozen=True)
class Card:
    """tag: progress, passed, ended or nothing."""

    scenario: Scenario
    asking: str
    asked: str
    route: str
    level: str
    trains: str
    languages: str
    tag: str
    run: Run | None


@dataclass(frozen=True)
class Resume:
    """The case the person is in the middle of, as it stands."""

    run: Run
    scenario: Scenario
    now: datetime
    unread: int
    clock: clocks.ClockPanel | None
    minutes_left: int


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class Catalogue:
    resume: Resume | None
    cards: tuple[Card, ...]
    filters: tuple[Filter, ...]
    is_filtered: bool
    unreadable: int


def catalogue(user: User, wanted: Mapping[str, str]) -> Catalogue:
    runs, passed = queries.latest_runs_of(user), queries.passed_keys(user)
    cards, unreadable = [], 0
    for pointer in scenarios.open_scenarios():
        try:
            scenario = scenarios.scenario_of(pointer.current)
        except scenarios.VersionIsBroken:
            unreadable += 1
            continue
        cards.append(_card(scenario, runs.get(scenario.key), scenario.key in passed))
    filters = _filters(tuple(cards), wanted)
    chosen = {item.name: wanted.get(item.name, "") for item in filters}
    shown = tuple(card for card in cards if _fits(card, chosen))
    return Catalogue(resume_of(runs), shown, filters, any(chosen.values()), unreadable)


def _card(scenario: Scenario, run: Run | None, has_passed: bool) -> Card:
    return Card(
        scenario=scenario,
        asking=scenario.requesting,
        asked=scenario.requested,
        route=route(scenario),
        level=str(words.LEVELS[scenario.level]),
        trains=words.listed(words.said(text) for text in scenario.competencies.values()),
        languages=" ".join(sorted(locale.upper() for locale in scenario.title.by_locale)),
        tag=_tag(run, has_passed),
        run=run,
    )


def _tag(run: Run | None, has_passed: bool) -> str:
    if run is not None and not run.has_ended:
        return "progress"
    return "passed" if has_passed else "ended" if run is not None else ""


def resume_of(runs: Mapping[str, Run]) -> Resume | None:
    open_runs = [run for run in runs.values() if not run.has_ended]
    for run in sorted(open_runs, key=lambda run: run.moved_at, reverse=True):
        try:
            return _standing(run)
        except scenarios.VersionIsBroken:
            continue
    return None


def _standing(run: Run) -> Resume:
    scenario, state = scenarios.scenario_of(run.version), queries.state_of(run)
    due = sorted(desk(scenario, state).due, key=lambda item: item.clock.earliest)
    running = [item for item in due if item.clock.status in ("running", "contested")]
    panel = clocks.panel(scenario, state, running[0]) if running else None
    played = min(1.0, len(state.done) / max(1, min(map(len, scenario.models.values()), default=1)))
    left = max(5, 5 * round(scenario.about_minutes * (1 - played) / 5))
    return Resume(run, scenario, state.now, state.unread, panel, left)


def _filters(cards: tuple[Card, ...], wanted: Mapping[str, str]) -> tuple[Filter, ...]:
    roles = {card.scenario.roles[card.scenario.role].key: _role(card) for card in cards}
    competencies = {key: words.said(text) for card in cards for key, text in card.scenario.competencies.items()}
    lengths = {"short": _("Up to 15 minutes"), "medium": _("Up to 45 minutes"), "long": _("Longer")}
    return (
        _filter("role", _("Role"), _("Any role"), roles, wanted),
        _filter("level", _("Level"), _("Any level"), {key: str(text) for key, text in words.LEVELS.items()}, wanted),
        _filter("competency", _("Competency"), _("Any competency"), competencies, wanted),
        _filter("time", _("Time"), _("Any length"), lengths, wanted),
    )


def _role(card: Card) -> str:
    return words.said(card.scenario.roles[card.scenario.role].name)


def _filter(name: str, label: str, every: str, options: Mapping[str, str], wanted: Mapping[str, str]) -> Filter:
    chosen = wanted.get(name, "")
    return Filter(
        name, label, (("", every, not chosen), *((key, text, key == chosen) for key, text in options.items()))
    )


def _fits(card: Card, chosen: Mapping[str, str]) -> bool:
    scenario = card.scenario
    return (
        chosen["role"] in ("", scenario.role)
        and chosen["level"] in ("", scenario.level)
        and (not chosen["competency"] or chosen["competency"] in scenario.competencies)
        and (not chosen["time"] or chosen["time"] == _length(scenario.about_minutes))
    )


def _length(minutes: int) -> str:
    return next((key for key, most in _LENGTHS.items() if minutes <= most), "long")
