"""What no bot ever came to: is it out of reach for certain? Asked of abstract time, one thing after the other.

Static reach lets everything hold together that can hold at all; two acts that exclude one another slip through it.
Abstract time walks through every order of acts, so "never" is certain here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from simulations.engine.check.budget import Budget, Spent
from simulations.engine.check.certain import known, needs_of
from simulations.engine.check.explore import Goal
from simulations.engine.check.logs import authored
from simulations.engine.check.places import effects
from simulations.engine.check.refine import NEVER, Question, core, settle
from simulations.engine.check.slicing import slice_for
from simulations.engine.check.variations import variations
from simulations.engine.compiled import Machine, State
from simulations.engine.compiled.abstract import Abstract
from simulations.engine.compiled.expressions import Unsupported
from simulations.engine.compiled.interplay import read_by
from simulations.engine.compiled.layout import STOPPED
from simulations.engine.conditions import NEVER as EMPTY
from simulations.engine.conditions import All, AnyOf, Condition, DeadlineIs, NoneOf
from simulations.engine.counterparts import Counterpart
from simulations.engine.log import Event
from simulations.engine.problems import Problem
from simulations.engine.scenario import Ending, Scenario, Send, StopClock
from simulations.engine.text import NO_TEXT

Log = tuple[Event, ...]
Row = tuple[str, str, str, tuple[str, ...], Condition]  # code, place, words, what a run would show, when it is there
MOST_VARIATIONS = 1_500
ASKED, OVER = "asked", "over"


def out_of_reach(machine: Machine, logs: Iterable[Log], budget: Budget) -> Iterator[Problem]:
    """Acts, injects, endings and clocks that none of these logs knows and no run can ever come to."""
    seen = _seen(logs)
    open_ = _not_met(machine, [row for row in _things(machine.scenario) if row[3] not in seen])
    for number, (code, where, words, thing, condition) in enumerate(open_):
        part = budget.part(1 / (len(open_) - number))
        if _never(machine.scenario, condition, part) or _ends_before(machine.scenario, thing, condition, part):
            yield Problem(code, where, words)


def styles_without_pass(scenario: Scenario, budget: Budget) -> Iterator[Problem]:
    """Where no way was written down: does each style of each counterpart leave one? Played ways are asked elsewhere."""
    passing = [item.when for item in scenario.endings.values() if item.kind == "pass"]
    asked = [(key, style) for key, item in scenario.counterparts.items() for style in item.styles]
    for number, (key, style) in enumerate([] if scenario.models else asked):
        person = scenario.counterparts[key]
        alone = replace(person, styles={style: person.styles[style]})
        only = replace(scenario, counterparts={**scenario.counterparts, key: alone})
        passes = AnyOf(tuple(passing))
        part = budget.part(1 / (len(asked) - number))
        if not known(_without_held_back(only, alone)).can_hold(passes) or _never(only, passes, part):
            words = f"no run can pass when “{key}” is {style}"
            yield Problem("style_without_pass", f"counterparts.{key}.styles", words)


def _without_held_back(scenario: Scenario, person: Counterpart) -> Scenario:
    """Letters that never come bring nothing; only those that are sent with a delay in open days are held back."""
    (style,) = person.styles.values()
    at_once = {
        effect.message for _, effect in effects(scenario) if isinstance(effect, Send) and not effect.delay.open_days
    }
    at_once |= {key for key, item in scenario.messages.items() if item.at_start}
    kept = {
        key: replace(item, effects=())
        if item.sender == person.person and style.holds_back(key) and key not in at_once
        else item
        for key, item in scenario.messages.items()
    }
    return replace(scenario, messages=kept)


def _not_met(machine: Machine, rows: list[Row]) -> list[Row]:
    """Without what the author's ways come to with something changed: much quicker than to ask abstract time."""
    left = {row: _is_there(machine, row[3]) for row in rows}
    for walk in islice(variations(machine, authored(machine)), MOST_VARIATIONS) if left else ():
        left = {row: is_there for row, is_there in left.items() if not is_there(walk.state)}
        if not left:
            break
    return list(left)


def _is_there(machine: Machine, thing: tuple[str, ...]) -> Callable[[State], bool]:
    """Whether a run that came to a state has met this thing."""
    places, key = machine.places, thing[1]
    match thing[0]:
        case "act_taken":
            slot, value = places.done[key], None
        case "inject_fired":
            slot, value = places.injects[key], None
        case "ended":
            slot, value = places.ending, places.endings.index(key)
        case _:
            slot, value = places.status[key], STOPPED
    return lambda state: bool(slot.of(state[0])) if value is None else slot.of(state[0]) == value


def _seen(logs: Iterable[Log]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for log in logs:
        for event in log:
            data = event.data
            found |= {(event.kind, str(data[name])) for name in ("act", "inject", "ending", "deadline") if name in data}
            found |= {("clock", row[1], row[2][0]) for row in data.get("changes", ()) if row[0] == "clock"}
    return found


def _things(scenario: Scenario) -> Iterator[Row]:
    for key, act in scenario.acts.items():
        words = f"nobody can ever do “{key}”: what it needs never comes together"
        yield "act_unreachable", f"acts.{key}", words, ("act_taken", key), needs_of(act)
    for key, inject in scenario.injects.items():
        words = f"“{key}” can never happen: what it waits for never comes together"
        yield "inject_unreachable", f"injects.{key}", words, ("inject_fired", key), inject.when
    before: list[Condition] = []
    for key, ending in scenario.endings.items():
        if key != scenario.falls_to:
            words = f"no run can end with “{key}”: what it asks for never comes together"
            first = All((ending.when, NoneOf(tuple(before))))
            yield "ending_unreachable", f"endings.{key}", words, ("ended", key), first
            before.append(ending.when)
    for key in scenario.deadlines:
        if any(effect == StopClock(key) for _, effect in effects(scenario)):
            words = f"no run can stop the clock “{key}” before its end"
            stopped = DeadlineIs(key, frozenset({"stopped"}))
            yield "deadline_cannot_be_met", f"deadlines.{key}", words, ("clock", key, "stopped"), stopped


def _never(scenario: Scenario, condition: Condition, budget: Budget) -> bool:
    """Certain when true. The condition is made the only ending beside that of time: whatever reaches it is found."""
    return _out_of_reach(scenario, {ASKED: _ending(ASKED, condition)}, ASKED, condition, budget)


def _ends_before(scenario: Scenario, thing: tuple[str, ...], condition: Condition, budget: Budget) -> bool:
    """The same of an act or an ending, where endings that read the same end the case first."""
    kind, key = thing[:2]
    asks = set(read_by(condition))
    endings = {name: item for name, item in scenario.endings.items() if name == key or asks & set(read_by(item.when))}
    endings.pop(scenario.falls_to, None)
    if kind == "ended":
        return _out_of_reach(scenario, endings, key, condition, budget)
    if kind == "act_taken":
        goes_on = All((condition, NoneOf(tuple(item.when for item in endings.values()))))
        return _out_of_reach(scenario, {**endings, ASKED: _ending(ASKED, goes_on)}, ASKED, condition, budget)
    return False


def _ending(key: str, when: Condition) -> Ending:
    return Ending(key, "neutral", NO_TEXT, NO_TEXT, when)


def _out_of_reach(
    scenario: Scenario, endings: dict[str, Ending], wanted: str, condition: Condition, budget: Budget
) -> bool:
    asked = replace(scenario, endings={**endings, OVER: _ending(OVER, EMPTY)}, falls_to=OVER)
    others = frozenset(thing for key, item in endings.items() if key != wanted for thing in read_by(item.when))
    try:
        whole = slice_for(asked, endings=endings, safeguards=())
        question = Question(whole, core(whole, read_by(condition)), lambda model: _is_met(model, wanted), others)
        return settle(question, budget).verdict == NEVER
    except (Unsupported, Spent):
        return False


def _is_met(model: Abstract, wanted: str) -> Goal:
    ended = model.places.ending
    met = ended.at(model.places.endings.index(wanted))
    return lambda state: state & ended.mask == met
