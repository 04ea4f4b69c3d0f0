"""Safeguards that watch nothing, or read what they must not."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.check.certain import Known, needs_of
from simulations.engine.check.places import Spot, conditions
from simulations.engine.conditions import NEVER, All, Condition, FactIs, NoneOf, atoms
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Safeguard, Scenario


def bite(scenario: Scenario, found: Known) -> Iterator[Problem]:
    """A safeguard that nobody can breach watches nothing."""
    for key, guard in scenario.safeguards.items():
        if guard.within is None:
            yield from _watches(scenario, found, guard)
        for spot in conditions(scenario):
            if spot.where.startswith(f"safeguards.{key}."):
                yield from _reads_knowledge(scenario, spot)


def knowledge(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Nor does what happens in a case hang on what somebody knew: only rubric items may read that."""
    does = {
        f"acts.{act.key}.rules.{rule.key}.when" for act in scenario.acts.values() for rule in act.rules if rule.effects
    }
    for spot in conditions(scenario):
        kind, rest = spot.where.split(".", 1)
        decides = spot.where in does or kind in ("injects", "endings") or ".needs[" in rest or ".options." in rest
        for atom in atoms(spot.condition) if decides else ():
            if isinstance(atom, FactIs) and scenario.facts[atom.fact].layer == "known":
                words = f"what somebody knows (“{atom.fact}”) decides nothing here; only rubric items may read it"
                yield Problem("knowledge_decides", spot.where, words)


def _watches(scenario: Scenario, found: Known, guard: Safeguard) -> Iterator[Problem]:
    if guard.guard == NEVER and guard.template == "needs_evidence":
        words = f"no genuine document of the class that “{guard.key}” asks for is in the case"
        yield Problem("safeguard_cannot_be_kept", f"safeguards.{guard.key}.evidence", words)
        return
    broken = guard.guard if guard.template == "never_while" else NoneOf((guard.guard,))
    if not _may_be_done(scenario, found, guard, broken):
        yield Problem("safeguard_vacuous", f"safeguards.{guard.key}", f"nobody can ever breach “{guard.key}”")
    elif not _may_be_done(scenario, found, guard, NoneOf((broken,))):
        words = f"whoever does what “{guard.key}” watches breaches it; it can only be kept by leaving that undone"
        yield warning("safeguard_always_breached", f"safeguards.{guard.key}", words)


def _may_be_done(scenario: Scenario, found: Known, guard: Safeguard, condition: Condition) -> bool:
    acts = [scenario.acts[key] for key in guard.acts if key in found.reach.acts]
    return any(found.can_hold(All((needs_of(act), guard.where, condition)), act) for act in acts)


def _reads_knowledge(scenario: Scenario, spot: Spot) -> Iterator[Problem]:
    for atom in atoms(spot.condition):
        if isinstance(atom, FactIs) and scenario.facts[atom.fact].layer == "known":
            words = f"a safeguard reads acts and records, never what somebody knew (“{atom.fact}”)"
            yield Problem("safeguard_reads_knowledge", spot.where, words)
