"""What has to follow in time: can the duty ever begin, and can it be fulfilled before it is too late?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from simulations.engine.check.certain import Known, needs_of
from simulations.engine.check.earliest import NEVER_AGAIN
from simulations.engine.check.ripening import at_desk
from simulations.engine.conditions import ALWAYS, All, Condition
from simulations.engine.duties import too_late_at
from simulations.engine.problems import Problem
from simulations.engine.scenario import Act, Inject, Safeguard, Scenario, Within


def opened(scenario: Scenario, found: Known) -> Iterator[Problem]:
    """A duty that never begins watches nothing; one that nobody can fulfil is a trap."""
    for key, guard in scenario.safeguards.items():
        if guard.within is None:
            continue
        begins = any(act in found.reach.acts for act in guard.after)
        if not begins and not (guard.after_when is not None and found.can_hold(guard.after_when)):
            yield Problem("safeguard_vacuous", f"safeguards.{key}", f"what opens the duty “{key}” never happens")
        elif not _may_follow(found, guard.acts, guard.where):
            yield Problem("safeguard_cannot_be_kept", f"safeguards.{key}", f"nobody can do what “{key}” asks for")
        elif _is_always_late(found, guard.within, _since(found, guard), guard.acts, guard.where):
            words = f"whoever does what “{key}” asks for is too late already"
            yield Problem("safeguard_cannot_be_kept", f"safeguards.{key}.within", words)


def in_time(scenario: Scenario, found: Known) -> Iterator[Problem]:
    for key, inject in scenario.injects.items():
        if inject.expects is None or key not in found.reach.injects:
            continue
        acts, where = inject.expects.acts, f"injects.{key}.expects"
        if not _may_follow(found, acts, ALWAYS):
            yield Problem("expectation_cannot_be_met", where, f"nobody can do what “{key}” expects")
        elif _is_always_late(found, inject.expects.within, _moment(inject), acts, ALWAYS):
            yield Problem("expectation_cannot_be_met", where, f"whoever does what “{key}” expects is too late already")


def _may_follow(found: Known, acts: Iterable[str], where: Condition) -> bool:
    todo = [found.scenario.acts[key] for key in acts if key in found.reach.acts]
    return any(found.can_hold(All((needs_of(act), where)), act) for act in todo)


def _moment(inject: Inject) -> datetime | None:
    """When it happens for certain; nothing where a condition or a facilitator decides."""
    return inject.at if inject.when == ALWAYS and not inject.by else None


def _since(found: Known, guard: Safeguard) -> datetime | None:
    """The only moment at which the duty can begin, where there is one: with the case."""
    return found.scenario.starts_at if guard.after_when == ALWAYS else None


def _is_always_late(
    found: Known, within: Within, since: datetime | None, acts: Iterable[str], where: Condition
) -> bool:
    """Certain when true. Where the moment is open, only the time that the act itself takes is laid against it."""
    todo = [found.scenario.acts[key] for key in acts if key in found.reach.acts]
    if since is None:
        return within.minutes is not None and all(act.minutes > within.minutes for act in todo)
    last = too_late_at(found.scenario, within, since)
    return all(_done_at(found, act, where, since) >= last for act in todo)


def _done_at(found: Known, act: Act, where: Condition, since: datetime) -> datetime:
    ready = found.first.first(All((needs_of(act), where)), (act,))
    if ready == NEVER_AGAIN:
        return ready
    return at_desk(found.scenario, max(ready, since), act.minutes) + timedelta(minutes=act.minutes)
