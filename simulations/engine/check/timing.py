"""Time in a case: acts that take it, clocks that run and end, messages that come back."""

from __future__ import annotations

from collections.abc import Iterator

from simulations.engine.calendar import ONE_DAY, add_months
from simulations.engine.check.places import effects
from simulations.engine.check.reach import Reach
from simulations.engine.problems import Problem
from simulations.engine.scenario import Effect, ExtendClock, Scenario, Send, StartClock, StopClock


def time_spent(scenario: Scenario, _: Reach) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not act.once and act.minutes <= 0:
            yield Problem("repeatable_without_time", f"acts.{key}", f"“{key}” can be repeated and takes no time")
        if act.minutes < 0:
            yield Problem("negative_time", f"acts.{key}.minutes", "an act cannot give time back")


def clocks(scenario: Scenario, found: Reach) -> Iterator[Problem]:
    started = {key for key, item in scenario.deadlines.items() if item.starts_at_begin}
    touched = [effect for _, effect in effects(scenario)]
    started |= {effect.deadline for effect in touched if isinstance(effect, StartClock)}
    stopped = {effect.deadline for effect in touched if isinstance(effect, StopClock)}
    extended = {effect.deadline for effect in touched if isinstance(effect, ExtendClock)}
    for key, item in scenario.deadlines.items():
        if key not in started:
            yield Problem("deadline_never_started", f"deadlines.{key}", f"nothing starts the clock “{key}”")
        elif key not in stopped:
            yield Problem("deadline_never_stopped", f"deadlines.{key}", f"nothing ever stops the clock “{key}”")
        elif "stopped" not in found.statuses[key]:
            yield Problem("deadline_cannot_be_met", f"deadlines.{key}", f"no run can stop the clock “{key}”")
        if key in extended and not item.extension:
            words = f"“{key}” is extended, and no value says by how much"
            yield Problem("extension_without_value", f"deadlines.{key}.extension", words)
        if item.extension and key not in extended:
            yield Problem("extension_never_used", f"deadlines.{key}.extension", f"nothing ever extends “{key}”")
        yield from _covered(scenario, key)


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


def messages_end(scenario: Scenario, _: Reach) -> Iterator[Problem]:
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
