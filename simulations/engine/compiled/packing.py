"""The state of a real run as a packed one."""

from __future__ import annotations

from simulations.engine.compiled.effects import DUTY, MESSAGE
from simulations.engine.compiled.epochs import Epochs
from simulations.engine.compiled.layout import DUTIES, STAGES, STATUSES, Layout, duties_of
from simulations.engine.compiled.timetable import Timetable
from simulations.engine.duties import OPEN
from simulations.engine.scenario import Scenario
from simulations.engine.state import State


def packed(scenario: Scenario, places: Layout, timetable: Timetable, state: State) -> tuple[int, int, tuple[int, ...]]:
    """What the layout has no place for is left out."""
    f = _values(scenario, places, state) | _clocks(places, timetable, state) | _flags(places, state)
    names = {key: number for number, key in enumerate(sorted(scenario.messages))}
    codes = [
        (timetable.seconds(item.due) << 16) | MESSAGE | names[item.message]
        for item in state.pending
        if item.message in names
    ]
    duties = {name: number for number, name in enumerate(duties_of(scenario))}
    codes += [
        (timetable.seconds(duty.until) << 16) | DUTY | duties[name]
        for name, duty in state.duties.items()
        if duty.status == OPEN and name in duties
    ]
    return f, timetable.seconds(state.now), tuple(sorted(codes))


def _values(scenario: Scenario, places: Layout, state: State) -> int:
    f = places.ending.at(places.endings.index(state.ending)) if state.ending in places.endings else 0
    for key, slot in places.facts.items():
        fact = scenario.facts[key]
        f |= slot.at(fact.values.index(state.facts.get(key, fact.initial)))
    for key, slot in places.documents.items():
        f |= slot.at(STAGES.index(state.documents.get(key, "")))
    for key, slot in places.done.items():
        f |= slot.at(min(slot.most, len(state.done.get(key, ()))))
    for key, slot in places.styles.items():
        styles = list(scenario.counterparts[key].styles)
        f |= slot.at(styles.index(state.styles[key])) if state.styles.get(key) in styles else 0
    for key, slot in places.duties.items():
        f |= slot.at(DUTIES.index(state.duties[key].status)) if key in state.duties else 0
    for key, slot in places.asked.items():
        asked = state.asked.get(key, ())
        f |= sum(slot.at(1 << n) for n, question in enumerate(scenario.acts[key].questions) if question in asked)
    return f


def _clocks(places: Layout, timetable: Timetable, state: State) -> int:
    f = 0
    for key in set(places.status) & set(state.clocks):
        clock = state.clocks[key]
        f |= places.status[key].at(STATUSES.index(clock.status)) | places.extended[key].at(int(clock.extended))
        if key in places.since:
            f |= places.since[key].at(timetable.number(clock.started_on))
    return f


def _flags(places: Layout, state: State) -> int:
    arrived = {item.message for item in state.inbox}
    tables = (
        (places.injects, state.injects),
        (places.messages, arrived),
        (places.breaches, state.breaches),
        (places.risks, state.risks),
    )
    return sum(slot.mask for table, keys in tables for key, slot in table.items() if key in keys)


def projected(scenario: Scenario, places: Layout, epochs: Epochs, state: State) -> int:
    """A real state as abstract time sees it: what is on its way, and which part of the case's time it is."""
    f = _values(scenario, places, state)
    for key in set(places.status) & set(state.clocks):
        clock = state.clocks[key]
        f |= places.status[key].at(STATUSES.index(clock.status)) | places.extended[key].at(int(clock.extended))
    pending = {item.message for item in state.pending}
    for table, keys in ((places.injects, state.injects), (places.messages, pending), (places.breaches, state.breaches)):
        f |= sum(slot.mask for key, slot in table.items() if key in keys)
    for name, slot in places.due.items():
        duty = state.duties.get(name)
        if duty is not None and duty.status == OPEN:
            f |= slot.at(epochs.at(epochs.timetable.seconds(duty.until)))
    return f | places.epoch.at(epochs.at(epochs.timetable.seconds(state.now)))
