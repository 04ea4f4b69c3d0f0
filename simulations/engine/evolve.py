"""From one state to the next by assigning what an event says.

Total: a change that makes no sense changes nothing. A stored log must always replay, also when the case it
was played on is gone, so nothing here reads a scenario.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from simulations.engine.log import Event
from simulations.engine.state import Arrived, Clock, Duty, Pending, State


def evolve(state: State, event: Event) -> State:
    draft: dict[str, Any] = {}
    changes = event.data.get("changes", ()) if hasattr(event.data, "get") else ()
    for change in changes if isinstance(changes, list | tuple) else ():
        try:
            _OPERATIONS[change[0]](state, draft, *change[1:])
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError):
            continue
    return _assign(state, event, draft)


def replay(events: Iterable[Event], state: State | None = None) -> State:
    """The state after these events, on top of `state` or from nothing."""
    state = state or State()
    for event in events:
        state = evolve(state, event)
    return state


def _assign(state: State, event: Event, draft: dict[str, Any]) -> State:
    get = draft.get
    return State(
        seq=event.seq,
        step=event.step,
        now=max(state.now, event.at),
        facts=get("facts", state.facts),
        documents=get("documents", state.documents),
        clocks=get("clocks", state.clocks),
        done=get("done", state.done),
        pending=get("pending", state.pending),
        inbox=get("inbox", state.inbox),
        injects=get("injects", state.injects),
        breaches=get("breaches", state.breaches),
        risks=get("risks", state.risks),
        asked=get("asked", state.asked),
        duties=get("duties", state.duties),
        styles=get("styles", state.styles),
        identity=get("identity", state.identity),
        ending=get("ending", state.ending),
        head=event.hash,
    )


def _table(state: State, draft: dict[str, Any], name: str) -> dict[str, Any]:
    """A private copy of one table of the state, made at its first change in this event."""
    if name not in draft:
        draft[name] = dict(getattr(state, name))
    table: dict[str, Any] = draft[name]
    return table


def _fact(state: State, draft: dict[str, Any], key: str, value: str) -> None:
    _table(state, draft, "facts")[_word(key)] = _word(value)


def _document(state: State, draft: dict[str, Any], key: str, stage: str) -> None:
    if stage not in ("here", "read", "inspected"):
        raise ValueError(stage)
    _table(state, draft, "documents")[_word(key)] = stage


def _clock(state: State, draft: dict[str, Any], key: str, row: list[Any]) -> None:
    status, started, earliest, default, latest, working, extended, ended = row
    clock = Clock(
        status=_word(status),
        started_on=date.fromisoformat(started),
        earliest=date.fromisoformat(earliest),
        default=date.fromisoformat(default),
        latest=date.fromisoformat(latest),
        in_working_days=date.fromisoformat(working) if working else None,
        extended=bool(extended),
        ended_at=datetime.fromisoformat(ended) if ended else None,
    )
    _table(state, draft, "clocks")[_word(key)] = clock


def clock_row(clock: Clock) -> list[Any]:
    """The clock as an event carries it; `_clock` reads it back."""
    working, ended = clock.in_working_days, clock.ended_at
    return [
        clock.status,
        clock.started_on.isoformat(),
        clock.earliest.isoformat(),
        clock.default.isoformat(),
        clock.latest.isoformat(),
        working.isoformat() if working else None,
        clock.extended,
        ended.isoformat() if ended else None,
    ]


def _done(state: State, draft: dict[str, Any], act: str, at: str) -> None:
    table = _table(state, draft, "done")
    table[_word(act)] = (*table.get(act, ()), datetime.fromisoformat(at))


def _pend(state: State, draft: dict[str, Any], due: str, message: str) -> None:
    pending = draft.get("pending", state.pending)
    added = (*pending, Pending(datetime.fromisoformat(due), _word(message)))
    draft["pending"] = tuple(sorted(added, key=lambda item: (item.due, item.message)))


def _arrive(state: State, draft: dict[str, Any], message: str, at: str) -> None:
    pending = draft.get("pending", state.pending)
    first = next((n for n, item in enumerate(pending) if item.message == message), None)
    if first is not None:
        draft["pending"] = pending[:first] + pending[first + 1 :]
    inbox = draft.get("inbox", state.inbox)
    draft["inbox"] = (*inbox, Arrived(_word(message), datetime.fromisoformat(at)))


def _read(state: State, draft: dict[str, Any], message: str) -> None:
    inbox = draft.get("inbox", state.inbox)
    draft["inbox"] = tuple(replace(item, read=item.read or item.message == message) for item in inbox)


def _inject(state: State, draft: dict[str, Any], key: str) -> None:
    draft["injects"] = draft.get("injects", state.injects) | {_word(key)}


def _breach(state: State, draft: dict[str, Any], key: str, seq: int) -> None:
    _table(state, draft, "breaches").setdefault(_word(key), int(seq))


def _risk(state: State, draft: dict[str, Any], key: str, seq: int) -> None:
    _table(state, draft, "risks").setdefault(_word(key), int(seq))


def _ask(state: State, draft: dict[str, Any], act: str, question: str) -> None:
    table = _table(state, draft, "asked")
    table[_word(act)] = (*table.get(act, ()), _word(question))


def _duty(state: State, draft: dict[str, Any], key: str, status: str, until: str) -> None:
    _table(state, draft, "duties")[_word(key)] = Duty(_word(status), datetime.fromisoformat(until))


def _style(state: State, draft: dict[str, Any], person: str, style: str) -> None:
    _table(state, draft, "styles")[_word(person)] = _word(style)


def _end(state: State, draft: dict[str, Any], key: str) -> None:
    draft["ending"] = _word(key)


def _identity(state: State, draft: dict[str, Any], people: Mapping[str, Any]) -> None:
    draft["identity"] = {**people}


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


_OPERATIONS: dict[str, Callable[..., None]] = {
    "fact": _fact,
    "document": _document,
    "clock": _clock,
    "done": _done,
    "pend": _pend,
    "arrive": _arrive,
    "read": _read,
    "inject": _inject,
    "breach": _breach,
    "risk": _risk,
    "ask": _ask,
    "duty": _duty,
    "style": _style,
    "end": _end,
    "identity": _identity,
}
