"""What leads from one abstract state to the next, and whether the written function says so."""

from __future__ import annotations

from dataclasses import dataclass

from simulations.engine.compiled.source import Source
from simulations.engine.compiled.ways import Way


@dataclass(frozen=True, slots=True)
class Label:
    """What led from one abstract state to the next. kind: act, read, message, clock, time."""

    kind: str
    key: str
    way: Way | None = None
    status: str = ""


class Plain:
    """How a state that may come next is handed on: after what it brings, or as it is."""

    tells = False

    def __init__(self, labels: list[Label]) -> None:
        self.labels = labels

    def put(self, out: Source, label: Label) -> None:
        out.put("settle(f, out)")

    def as_it_is(self, out: Source, label: Label) -> None:
        out.put("out.append(f)")


class Told(Plain):
    """The same with the number of a label before each state."""

    tells = True

    def put(self, out: Source, label: Label) -> None:
        out.put("one = []", "settle(f, one)", f"out += [({len(self.labels)}, x) for x in one]")
        self.labels.append(label)

    def as_it_is(self, out: Source, label: Label) -> None:
        out.put(f"out.append(({len(self.labels)}, f))")
        self.labels.append(label)
