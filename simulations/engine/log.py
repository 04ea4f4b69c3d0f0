"""The append-only log of a run: events in a hash chain, so that tampering shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulations.engine.state import EMPTY_HEAD


@dataclass(frozen=True, slots=True)
class Event:
    """`step` counts commands (0 is the beginning): all events one command caused share it.

    `data["changes"]` holds what evolve assigns; dates and effects were computed when it was decided.
    """

    seq: int
    step: int
    kind: str
    at: datetime
    data: Mapping[str, Any]
    prev: str
    hash: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "seq": self.seq,
            "step": self.step,
            "kind": self.kind,
            "at": self.at.isoformat(),
            "data": dict(self.data),
            "prev": self.prev,
            "hash": self.hash,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Event:
        return cls(
            seq=row["seq"],
            step=row["step"],
            kind=row["kind"],
            at=datetime.fromisoformat(row["at"]),
            data=row["data"],
            prev=row["prev"],
            hash=row["hash"],
        )


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode


def digest(seq: int, step: int, kind: str, at: datetime, data: Mapping[str, Any], prev: str) -> str:
    body = _encode([seq, step, kind, at.isoformat(), data, prev])
    return hashlib.sha256(body.encode("ascii")).hexdigest()


def append(seq: int, step: int, kind: str, at: datetime, data: Mapping[str, Any], prev: str) -> Event:
    return Event(seq, step, kind, at, data, prev, digest(seq, step, kind, at, data, prev))


def chain_breaks(events: Iterable[Event]) -> int | None:
    """The sequence number of the first event that does not follow from the one before; None if all do."""
    prev = EMPTY_HEAD
    for expected, event in enumerate(events, start=1):
        sound = digest(event.seq, event.step, event.kind, event.at, event.data, event.prev)
        if event.seq != expected or event.prev != prev or event.hash != sound:
            return expected
        prev = event.hash
    return None
