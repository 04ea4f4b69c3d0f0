"""The folded state as plain JSON: a copy that may be thrown away, since the log can always be folded again.

Tables are lists of pairs: papers lie on the desk in the order in which they came, and jsonb keeps no order of keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from simulations.engine.state import Arrived, Clock, Duty, Pending, State

_DAYS = ("started_on", "earliest", "default", "latest", "in_working_days")


def taken(state: State) -> dict[str, Any]:
    return {
        "seq": state.seq,
        "step": state.step,
        "now": state.now.isoformat(),
        "facts": _pairs(state.facts),
        "documents": _pairs(state.documents),
        "clocks": [[key, _plain(clock)] for key, clock in state.clocks.items()],
        "done": [[act, [at.isoformat() for at in times]] for act, times in state.done.items()],
        "pending": [[item.due.isoformat(), item.message] for item in state.pending],
        "inbox": [[item.message, item.at.isoformat(), item.read] for item in state.inbox],
        "injects": sorted(state.injects),
        "breaches": _pairs(state.breaches),
        "risks": _pairs(state.risks),
        "asked": [[act, list(questions)] for act, questions in state.asked.items()],
        "duties": [[key, duty.status, duty.until.isoformat()] for key, duty in state.duties.items()],
        "styles": _pairs(state.styles),
        "identity": dict(state.identity),
        "ending": state.ending,
        "head": state.head,
    }


def restored(copy: Mapping[str, Any]) -> State:
    moment = datetime.fromisoformat
    return State(
        seq=copy["seq"],
        step=copy["step"],
        now=moment(copy["now"]),
        facts=dict(copy["facts"]),
        documents=dict(copy["documents"]),
        clocks={key: _clock(row) for key, row in copy["clocks"]},
        done={act: tuple(map(moment, times)) for act, times in copy["done"]},
        pending=tuple(Pending(moment(due), message) for due, message in copy["pending"]),
        inbox=tuple(Arrived(message, moment(at), read) for message, at, read in copy["inbox"]),
        injects=frozenset(copy["injects"]),
        breaches=dict(copy["breaches"]),
        risks=dict(copy["risks"]),
        asked={act: tuple(questions) for act, questions in copy.get("asked", ())},
        duties={key: Duty(status, moment(until)) for key, status, until in copy.get("duties", ())},
        styles=dict(copy.get("styles", ())),
        identity=dict(copy.get("identity", {})),
        ending=copy["ending"],
        head=copy["head"],
    )


def _pairs(table: Mapping[str, Any]) -> list[list[Any]]:
    return [[key, value] for key, value in table.items()]


def _plain(clock: Clock) -> dict[str, Any]:
    row = {field.name: getattr(clock, field.name) for field in fields(clock)}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def _clock(row: Mapping[str, Any]) -> Clock:
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
    ended = row["ended_at"]
    return Clock(**{**row, **days, "ended_at": datetime.fromisoformat(ended) if ended else None})
