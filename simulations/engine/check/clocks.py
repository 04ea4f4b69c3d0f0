"""Time in a case: acts that take it, clocks that run and end, messages that come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from simulations.engine.calendar import ONE_DAY, add_months, days
from simulations.engine.check.certain import Known
from simulations.engine.check.places import conditions, effects
from simulations.engine.conditions import (
    All,
    AnyOf,
    Condition,
    DaysLeft,
    DeadlineIs,
    InputDate,
    NoneOf,
    atoms,
)
from simulations.engine.due import arrival, limit
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Delay, Effect, ExtendClock, Scenario, Send, StartClock, StopClock


def time_spent(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not act.once and act.minutes <= 0:
            yield Problem("repeatable_without_time", f"acts.{key}", f"“{key}” can be repeated and takes no time")
        if act.minutes < 0:
            yield Problem("negative_time", f"acts.{key}.minutes", "an act cannot give time back")


def clocks(scenario: Scenario, found: Known) -> Iterator[Problem]:
    touched = [effect for _, effect in effects(scenario)]
    started = {key for key, item in scenario.deadlines.items() if item.starts_at_begin}
    started |= {effect.deadline for effect in touched if isinstance(effect, StartClock)}
    extended = {effect.deadline for effect in touched if isinstance(effect, ExtendClock)}
    for key, item in scenario.deadlines.items():
        where = f"deadlines.{key}"
        if item.started_on is not None and item.started_on > scenario.starts_at.date():
            words = (
                f"“{key}” would have started on {item.started_on}, and the case begins on {scenario.starts_at.date()}"
            )
            yield Problem("started_on", f"{where}.started_on", f"{words}: a day before that, or none")
        if key not in started:
            yield Problem("deadline_never_started", where, f"nothing starts the clock “{key}”")
        elif "running" not in found.reach.statuses[key]:
            yield Problem("deadline_never_started", where, f"no run starts the clock “{key}”")
        else:
            yield from _met(scenario, found, key, stops=StopClock(key) in touched)
            yield from _missed(scenario, found, key)
        if key in extended and not item.extension:
            words = f"“{key}” is extended, and no value says by how much"
            yield Problem("extension_without_value", f"{where}.extension", words)
        if item.extension and key not in extended:
            yield Problem("extension_never_used", f"{where}.extension", f"nothing ever extends “{key}”")
        yield from _covered(scenario, key)


def _met(scenario: Scenario, found: Known, key: str, *, stops: bool) -> Iterator[Problem]:
    """A limit that nobody can keep; a time that only has to pass is none."""
    where = f"deadlines.{key}"
    if not stops:
        if not waited_for(scenario, key):
            yield Problem("deadline_never_stopped", where, f"nothing ever stops the clock “{key}”: it cannot be met")
    elif "stopped" not in found.reach.statuses[key] or _answer_comes(scenario, key) == "late":
        yield Problem("deadline_cannot_be_met", where, f"no run can stop the clock “{key}” before its end")


def _missed(scenario: Scenario, found: Known, key: str) -> Iterator[Problem]:
    """A limit that nobody can miss, though something hangs on its end or it is judged by nothing else."""
    if "expired" in found.reach.statuses[key] and _answer_comes(scenario, key) != "early":
        return
    words = f"no run can let the clock “{key}” end"
    if scenario.deadlines[key].on_expiry or _end_is_read(scenario, key):
        yield Problem("deadline_cannot_be_missed", f"deadlines.{key}", f"{words}, and something waits for that")
    else:
        said = "only a day that somebody names can miss it" if _dates_are_judged(scenario, key) else "it is only shown"
        yield warning("deadline_cannot_be_missed", f"deadlines.{key}", f"{words}: {said}")


def waited_for(scenario: Scenario, key: str) -> bool:
    """Something becomes possible or lawful by the end of this clock: a period to wait for, not a limit to keep."""
    over, live = frozenset({"expired"}), frozenset({"running", "contested"})
    guards = [(guard.guard, guard.template) for guard in scenario.safeguards.values()]
    if any(template == "never_while" and _asks(condition, key, live) for condition, template in guards):
        return True
    wanted = [condition for condition, template in guards if template != "never_while"]
    wanted += [need.when for act in scenario.acts.values() for need in act.needs]
    wanted += [option.when for act in scenario.acts.values() for item in act.inputs for option in item.options]
    return any(_asks(condition, key, over) or _refuses(condition, key, live) for condition in wanted)


def _asks(condition: Condition, key: str, statuses: frozenset[str]) -> bool:
    match condition:
        case All(parts) | AnyOf(parts):
            return any(_asks(part, key, statuses) for part in parts)
        case DeadlineIs(deadline, asked):
            return deadline == key and bool(asked & statuses)
        case _:
            return False


def _refuses(condition: Condition, key: str, statuses: frozenset[str]) -> bool:
    match condition:
        case NoneOf(parts):
            return any(_asks(part, key, statuses) for part in parts)
        case All(parts) | AnyOf(parts):
            return any(_refuses(part, key, statuses) for part in parts)
        case _:
            return False


def _end_is_read(scenario: Scenario, key: str) -> bool:
    return any(_asks(spot.condition, key, frozenset({"expired"})) for spot in conditions(scenario))


def _dates_are_judged(scenario: Scenario, key: str) -> bool:
    """A day that a person names can miss a limit whose end the case does not live to see."""
    read = [atom for spot in conditions(scenario) for atom in atoms(spot.condition)]
    return any(isinstance(atom, InputDate | DaysLeft) and atom.deadline == key for atom in read)


def _answer_comes(scenario: Scenario, key: str) -> str:
    """For a clock that one message stops, sent where the clock starts: on every day "early", "late", or neither."""
    stops = [where for where, effect in effects(scenario) if effect == StopClock(key)]
    senders = {where.split(".")[1] for where in stops if where.startswith("messages.")}
    if len(stops) != 1 or len(senders) != 1:
        return ""
    (message,) = senders
    if scenario.messages[message].sender in scenario.counterparts:
        return ""  # When that arrives depends on the style of this run.
    starts = {_list(where) for where, effect in effects(scenario) if effect == StartClock(key)}
    sends = [(w, e) for w, e in effects(scenario) if isinstance(e, Send) and e.message == message]
    if not starts or {_list(where) for where, _ in sends} != starts or scenario.deadlines[key].starts_at_begin:
        return ""
    found = {_compared(scenario, key, send.delay, day) for _, send in sends for day in _office_days(scenario)}
    return found.pop() if len(found) == 1 else ""


def _list(where: str) -> str:
    return where.rpartition("[")[0]


def _compared(scenario: Scenario, key: str, delay: Delay, day: date) -> str:
    since = datetime.combine(day, scenario.office.opens)
    last = limit(scenario, scenario.deadlines[key], day).latest
    return "early" if arrival(scenario, delay, since).date() <= last else "late"


def _office_days(scenario: Scenario) -> Iterator[date]:
    table = scenario.calendars[scenario.office.calendar]
    for day in days(scenario.starts_at.date(), scenario.ends_on - ONE_DAY):
        if table.is_open(day):
            yield day


def _covered(scenario: Scenario, key: str) -> Iterator[Problem]:
    item = scenario.deadlines[key]
    value = scenario.values[item.value]
    length = value.number or 0
    last = scenario.ends_on
    last = add_months(last, length) if value.unit == "months" else last + 3 * length * ONE_DAY
    for code in {item.requested, item.requesting}:
        if not scenario.calendars[code].covers(last):
            words = f"the day table {code} ends before this limit may"
            yield Problem("calendar_span", f"deadlines.{key}", words)


def messages_end(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """A message that brings itself again within the same day never ends."""
    quick = {key: _sent_at_once(item.effects) for key, item in scenario.messages.items()}
    for key in quick:
        seen: set[str] = set()
        ahead = set(quick[key])
        while ahead - seen:
            seen |= ahead
            ahead = {further for one in seen for further in quick[one]}
        if key in seen:
            yield Problem("message_loop", f"messages.{key}", f"“{key}” sends itself again without end")


def _sent_at_once(effects_of: tuple[Effect, ...]) -> set[str]:
    return {item.message for item in effects_of if isinstance(item, Send) and not item.delay.open_days}
