"""What has to follow in time, and what runs out before it: a safeguard's time and an inject that begins with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from simulations.engine.calendar import ONE_DAY
from simulations.engine.compiled.residue import residue
from simulations.engine.conditions import ALWAYS, ActDone, Atom, Condition
from simulations.engine.duties import INJECTS, SAFEGUARDS, too_late_at
from simulations.engine.scenario import Inject, Safeguard, Scenario, Within


def over_before(scenario: Scenario, name: str) -> Iterator[str]:
    """The duties that are always met or missed by the time this one runs out.

    They begin with it or before and are no longer; at one moment an inject's time runs out before a safeguard's.
    """
    kind, _, key = name.partition(".")
    if kind != SAFEGUARDS:
        return
    guard = scenario.safeguards[key]
    for other, inject in scenario.injects.items():
        if inject.expects is None or guard.within is None or not begins_with(inject, guard):
            continue
        if is_no_longer(scenario, inject.expects.within, guard.within):
            yield f"{INJECTS}.{other}"


def begins_with(inject: Inject, guard: Safeguard) -> bool:
    """Whether it has always happened when the safeguard's time begins, for what opens the one brings the other."""
    if inject.by or inject.at is not None:
        return False
    if guard.after_when is not None:
        return inject.when == guard.after_when
    return bool(guard.after) and all(brings(act, inject.when) for act in guard.after)


def brings(act: str, condition: Condition) -> bool:
    """Whether having done this act alone makes the condition true."""

    def known(atom: Atom) -> Condition | None:
        return ALWAYS if isinstance(atom, ActDone) and atom.act == act and atom.at_least <= 1 else None

    return residue(condition, known) == ALWAYS


def is_no_longer(scenario: Scenario, one: Within, other: Within) -> bool:
    """Whether what begins on any day with the first length, or before that day, ends no later than with the other."""
    if one.minutes is not None or other.minutes is not None:
        return one.minutes is not None and other.minutes is not None and one.minutes <= other.minutes
    day, latest = scenario.starts_at, scenario.starts_at
    while day.date() <= scenario.ends_on + timedelta(days=1):
        latest = max(latest, too_late_at(scenario, one, day))
        if latest > too_late_at(scenario, other, day):
            return False
        day += ONE_DAY
    return True
