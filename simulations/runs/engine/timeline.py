"""The debrief's figure: own acts and messages over the days, against both offices and the legal clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulations.runs.engine import svg

LEFT, WIDTH = 150, 1080


@dataclass(frozen=True, slots=True)
class Act:
    number: str
    kind: str  # kept, risk, breach, none
    part_of_day: float  # 0 at opening, 1 at closing


@dataclass(frozen=True, slots=True)
class Letter:
    label: str
    part_of_day: float


@dataclass(frozen=True, slots=True)
class Day:
    """`closed` and `other_closed`: the short word in the hatched box, empty when the office is open."""

    weekday: str
    day: str
    is_weekend: bool
    closed: str
    other_closed: str
    count: str  # number of the legal clock, by the reading shown
    acts: tuple[Act, ...] = ()
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """The legal clock: from day to day (indexes), solid to the earliest reading, dashed to the latest."""

    first: int
    earliest: int
    latest: int
    says: str


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    month: str
    own: str
    other: str
    open: str
    acts: str
    letters: str
    clock: str
    no_return: str


def draw(key: str, days: Sequence[Day], bar: Bar | None, no_return: float | None, words: Words) -> str:
    """`no_return` is a place on the day line: the index of a day and the part of it that had passed."""
    figure = _Figure(key, days, words)
    parts = [svg.hatch(figure.hatch), *figure.heads(), *figure.offices(), *figure.acts(), *figure.letters()]
    if bar:
        parts += figure.bar(bar)
    if no_return is not None:
        parts += figure.no_return(no_return)
    return svg.picture(key, "fig-tl", WIDTH, 336, words.title, words.description, parts)


class _Figure:
    def __init__(self, key: str, days: Sequence[Day], words: Words) -> None:
        self.days, self.words, self.hatch = days, words, f"{key}-h"
        self.step = (WIDTH - LEFT) / max(1, len(days))

    def x(self, place: float) -> float:
        return LEFT + place * self.step

    def heads(self) -> list[str]:
        parts = [svg.text(self.words.month, 0, 35, "c-t13 c-b")]
        for n, day in enumerate(self.days):
            ink = "c-t12 c-muted" if day.is_weekend else "c-t12"
            middle = self.x(n + 0.5)
            parts += [
                svg.text(day.weekday, middle, 16, ink, "middle"),
                svg.text(day.day, middle, 35, "c-t15 c-b", "middle"),
                svg.path("c-grid", f"M{svg.number(self.x(n))} 44V318"),
            ]
        return parts

    def offices(self) -> list[str]:
        own = [(day.closed, 48) for day in self.days]
        other = [(day.other_closed, 80) for day in self.days]
        parts = [svg.text(self.words.own, 0, 65, "c-t13 c-b"), svg.text(self.words.other, 0, 97, "c-t13 c-b")]
        for row in (own, other):
            for n, (closed, y) in enumerate(row):
                parts += self._office(n, closed, y)
        return parts

    def _office(self, n: int, closed: str, y: int) -> list[str]:
        width = self.step - 4
        box = svg.rect(
            "c-shut" if closed else "c-open",
            self.x(n) + 2,
            y,
            width,
            24,
            fill=f"url(#{self.hatch})" if closed else None,
        )
        if self.step < 52:
            return [box]
        ink = "c-t11 c-halo" if closed else "c-t11 c-muted"
        return [box, svg.text(closed or self.words.open, self.x(n + 0.5), y + 16, ink, "middle")]

    def acts(self) -> list[str]:
        parts = [svg.text(self.words.acts, 0, 155, "c-t13 c-b"), svg.path("c-line", f"M{LEFT} 150H{WIDTH}")]
        for n, day in enumerate(self.days):
            for place, act in zip(self._apart([act.part_of_day for act in day.acts]), day.acts, strict=True):
                parts.append(svg.sign(act.kind, self.x(n) + place, 150, act.number))
        return parts

    def _apart(self, parts: Sequence[float]) -> list[float]:
        """Places within a day, moved so that marks of 28 units lie side by side while there is room."""
        room, count = self.step, len(parts)
        if count * 29 <= room:
            free = room - count * 29
            return [free * part + 29 * n + 14.5 for n, part in enumerate(parts)]
        return [room * (n + 0.5) / count for n in range(count)]

    def letters(self) -> list[str]:
        parts = [svg.text(self.words.letters, 0, 211, "c-t13 c-b")]
        row = 0
        for n, day in enumerate(self.days):
            for letter in day.letters:
                x = self.x(n) + 6 + letter.part_of_day * max(0, self.step - 26)
                y = 190 + 22 * (row % 2)
                row += 1
                parts.append(svg.path("c-env", f"M{svg.number(x)} {y}h18v12h-18zl9 7l9 -7"))
                at_end = x > WIDTH - 170
                parts.append(
                    svg.text(
                        letter.label, x - 5 if at_end else x + 23, y + 11, "c-t12 c-halo", "end" if at_end else None
                    )
                )
        return parts

    def bar(self, bar: Bar) -> list[str]:
        start, end, last = self.x(bar.first), self.x(bar.earliest + 1), self.x(bar.latest + 1)
        parts = [svg.text(self.words.clock, 0, 274, "c-t13 c-b"), svg.rect("c-bar", start, 258, end - start, 24)]
        if last > end:
            parts.append(svg.rect("c-maybe", end, 258, last - end, 24))
        for n, day in enumerate(self.days):
            if day.count and bar.first <= n <= bar.latest:
                ink = "c-t12 c-inv c-b" if n <= bar.earliest else "c-t12 c-b"
                parts.append(svg.text(day.count, self.x(n + 0.5), 274.5, ink, "middle"))
        parts.append(svg.path("c-flagbig", f"M{svg.number(last)} 250v52"))
        at_end = last > WIDTH - 320
        parts.append(
            svg.text(bar.says, last - 8 if at_end else last + 8, 300, "c-t13 c-b c-halo", "end" if at_end else None)
        )
        return parts

    def no_return(self, place: float) -> list[str]:
        x = self.x(place)
        side, anchor = (x - 6, "end") if x > WIDTH / 2 else (x + 6, None)
        return [
            svg.path("c-ponr", f"M{svg.number(x)} 44V322"),
            svg.text(self.words.no_return, side, 332, "c-t12 c-b", anchor),
        ]
