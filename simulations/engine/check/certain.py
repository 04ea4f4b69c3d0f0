"""What is certain never to happen: static reach, the earliest moments and plain logic, until nothing more falls away.

What is left may still be out of reach; what is gone certainly is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulations.engine.check.earliest import NEVER_AGAIN, Earliest
from simulations.engine.check.places import effects
from simulations.engine.check.possible import always_holds, can_hold
from simulations.engine.check.reach import Reach, reach
from simulations.engine.check.ripening import earliest
from simulations.engine.check.worlds import World
from simulations.engine.conditions import All, Condition, DeadlineIs, NoneOf
from simulations.engine.scenario import Act, Rule, Scenario, StopClock


@dataclass(frozen=True, slots=True)
class Known:
    """What every lint rule may ask: what can ever be, when it can first be, and whether a condition can be true."""

    scenario: Scenario
    reach: Reach
    first: Earliest

    def can_hold(self, condition: Condition, *acts: Act) -> bool:
        """In this case, with all it can ever bring; false is certain."""
        in_time = self.first.first(condition, acts) < NEVER_AGAIN
        return in_time and self.reach.may_hold(condition) and can_hold(self._world(acts), condition)

    def always_holds(self, condition: Condition, *acts: Act) -> bool:
        return always_holds(self._world(acts), condition)

    def _world(self, acts: tuple[Act, ...]) -> World:
        return World(self.scenario, acts, self.reach)


def known(scenario: Scenario) -> Known:
    return Known(scenario, *_reachable(scenario))


def _reachable(scenario: Scenario) -> tuple[Reach, Earliest]:
    """Reach without what the calendar or a contradiction excludes, and when each thing can first be."""
    without: set[str] = set()
    never: set[tuple[str, str]] = set()
    while True:
        found = reach(scenario, without=without, never=never)
        first = earliest(scenario, found)
        gone = {act for act in found.acts if not first.is_ever("act", act)} | set(_impossible_acts(found))
        gone |= {key for key in found.injects if not first.is_ever("inject", key)}
        idle = {rule for rule in found.rules if not first.is_ever("rule", *rule)} | set(_impossible_rules(found))
        if not gone and not idle - never:
            _prune(found, first)
            return found, first
        without |= gone
        never |= idle


def needs_of(act: Act) -> Condition:
    return All(tuple(need.when for need in act.needs))


def moment_of(act: Act, rule: Rule) -> Condition:
    """What must hold for this rule to apply: the act's needs, its own condition, and none of its group before it."""
    before = []
    for other in act.rules:
        if other.key == rule.key:
            break
        if other.group == rule.group:
            before.append(other.when)
    return All((needs_of(act), rule.when, NoneOf(tuple(before))))


def _impossible_acts(found: Reach) -> Iterator[str]:
    for key in found.acts:
        act = found.scenario.acts[key]
        if act.needs and not can_hold(World(found.scenario, (act,), found), needs_of(act)):
            yield key


def _impossible_rules(found: Reach) -> Iterator[tuple[str, str]]:
    for key, name in found.rules:
        act = found.scenario.acts[key]
        rule = next(rule for rule in act.rules if rule.key == name)
        if not can_hold(World(found.scenario, (act,), found), moment_of(act, rule)):
            yield key, name


def _prune(found: Reach, first: Earliest) -> None:
    """Leaves in the tables what can come in time."""
    for fact, values in found.facts.items():
        values &= {value for value in values if first.is_ever("fact", fact, value)}
    for key, statuses in found.statuses.items():
        statuses &= {status for status in statuses if first.is_ever("clock", key, status)}
        if not any(
            _may_stop(found, key, where) for where, effect in effects(found.scenario) if effect == StopClock(key)
        ):
            statuses.discard("stopped")
    found.documents &= {key for key in found.documents if first.is_ever("document", key)}
    found.messages &= {key for key in found.messages if first.is_ever("message", key)}


def _may_stop(found: Reach, clock: str, where: str) -> bool:
    """Whether this effect can come while the clock still runs."""
    kind, key, *rest = where.split(".")
    live = DeadlineIs(clock, frozenset({"running", "contested"}))
    if kind == "acts":
        act = found.scenario.acts[key]
        rules = [rule for rule in act.rules if rest[0] == "rules" and rule.key == rest[1]]
        moment = moment_of(act, rules[0]) if rules else needs_of(act)
        return key in found.acts and can_hold(World(found.scenario, (act,), found), All((moment, live)))
    if kind == "injects":
        return key in found.injects and can_hold(
            World(found.scenario, (), found), All((found.scenario.injects[key].when, live))
        )
    return kind != "messages" or key in found.messages
