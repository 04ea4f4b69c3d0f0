"""Cases to choose from, with where the person stands in each."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from simulations.engine.desk import desk
from simulations.engine.scenario import Scenario
from simulations.runs import queries, words
from simulations.runs.models import Run
from simulations.runs.screens import clocks
from simulations.runs.screens.certificate import Certificate, certificate
from simulations.runs.screens.filters import Filter, filters_of, fits
from simulations.runs.screens.workspace import route
from simulations.scenarios import queries as scenarios

if TYPE_CHECKING:
    from portal.accounts.models import User


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
    certificate: Certificate | None


@dataclass(frozen=True)
class Withdrawn:
    """A case that cannot be started any more, of which the person has a run: it can be finished and read."""

    scenario: Scenario
    run: Run


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
class Catalogue:
    """`first`: where to begin, for who has played nothing yet; `all_passed`: nothing is left to pass."""

    resume: Resume | None
    cards: tuple[Card, ...]
    filters: tuple[Filter, ...]
    is_filtered: bool
    unreadable: int
    withdrawn: tuple[Withdrawn, ...]
    first: Card | None
    all_passed: bool

    @property
    def has_drafts(self) -> bool:
        return any(card.scenario.drafted for card in self.cards)


def catalogue(user: User, wanted: Mapping[str, str]) -> Catalogue:
    runs, passed = queries.latest_runs_of(user), queries.passed_keys(user)
    cards, unreadable, offered = list[Card](), 0, set[str]()
    for pointer in scenarios.open_scenarios():
        offered.add(pointer.key)
        try:
            scenario = scenarios.scenario_of(pointer.current)
        except scenarios.VersionIsBroken:
            unreadable += 1
            continue
        shown_for = runs.get(scenario.key), scenario.key in passed, certificate(pointer.current)
        cards.append(_card(scenario, *shown_for))
    cards.sort(key=_order)
    filters = filters_of(cards, wanted)
    chosen = {item.name: wanted.get(item.name, "") for item in filters}
    besides = wanted.get("besides", "")  # the case somebody would rather not play
    shown = tuple(card for card in cards if fits(card, chosen) and card.scenario.key != besides)
    return Catalogue(
        resume=resume_of(runs),
        cards=shown,
        filters=filters,
        is_filtered=any(chosen.values()),
        unreadable=unreadable,
        withdrawn=tuple(_withdrawn(run for key, run in runs.items() if key not in offered)),
        first=cards[0] if cards and not runs else None,
        all_passed=bool(cards) and all(card.scenario.key in passed for card in cards),
    )


def _order(card: Card) -> tuple[int, int, str]:
    """The easier first, and of those the shorter."""
    return [*words.LEVELS].index(card.scenario.level), card.scenario.about_minutes, card.scenario.key


def _withdrawn(runs: Iterable[Run]) -> Iterator[Withdrawn]:
    for run in runs:
        with contextlib.suppress(scenarios.VersionIsBroken):
            yield Withdrawn(scenarios.scenario_of(run.version), run)


def _card(scenario: Scenario, run: Run | None, has_passed: bool, proved: Certificate | None) -> Card:
    return Card(
        scenario=scenario,
        asking=scenario.requesting,
        asked=scenario.requested,
        route=route(scenario),
        level=str(words.LEVELS[scenario.level]),
        trains=words.listed(words.said(text) for text in scenario.competencies.values()),
        languages=" ".join(_language(scenario, locale) for locale in sorted(scenario.title.by_locale)),
        tag=_tag(run, has_passed),
        run=run,
        certificate=proved,
    )


def _language(scenario: Scenario, locale: str) -> str:
    """A star where the words are a machine's draft that nobody has read yet."""
    return f"{locale.upper()}{'*' if locale in scenario.drafted else ''}"


def _tag(run: Run | None, has_passed: bool) -> str:
    if run is not None and run.is_open:
        return "progress"
    return "passed" if has_passed else "ended" if run is not None else ""


def resume_of(runs: Mapping[str, Run]) -> Resume | None:
    open_runs = [run for run in runs.values() if run.is_open]
    for run in sorted(open_runs, key=lambda run: run.moved_at, reverse=True):
        try:
            return _standing(run)
        except scenarios.VersionIsBroken:
            continue
    return None


def _standing(run: Run) -> Resume:
    state = queries.state_of(run)
    scenario = queries.scenario_of(run, state)
    due = sorted(desk(scenario, state).due, key=lambda item: item.clock.earliest)
    running = [item for item in due if item.clock.status in ("running", "contested")]
    panel = clocks.panel(scenario, state, running[0]) if running else None
    played = min(1.0, len(state.done) / max(1, min(map(len, scenario.models.values()), default=1)))
    left = max(5, 5 * round(scenario.about_minutes * (1 - played) / 5))
    return Resume(run, scenario, state.now, state.unread, panel, left)
