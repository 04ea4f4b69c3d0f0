"""The debrief's figure: own acts and messages over the days, against both offices and the legal clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from simulations.runs.engine import svg

LEFT, WIDTH = 150, 1080
GAP = 0.5  # of a day's width
# A day narrower than this has room for two letters of its name; narrower still, only some days are named.
NARROW, TIGHT = 40, 22
_NAMED_APART = 36
_SIGN = 29
_PER_LETTER = 7  # a rough width of one character of a label
_PER_SMALL_LETTER = 6
_LONGEST_NAME = 18


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
    """`closed` and `other_closed`: what the hatched box says where there is room, empty when the office is open.
    `month`: where a new one begins, or a week; a gap stands for quiet days that are left out.
    """

    weekday: str = ""
    day: str = ""
    month: str = ""
    starts_week: bool = False
    starts_month: bool = False
    is_weekend: bool = False
    closed: str = ""
    other_closed: str = ""
    count: str = ""  # number of the legal clock, by the reading shown
    acts: tuple[Act, ...] = ()
    letters: tuple[Letter, ...] = ()
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """The legal clock by columns: solid to the earliest reading, dashed to the latest; where it was stopped."""

    first: int
    earliest: int
    latest: int
    says: str
    stopped: float | None


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    month: str
    own: str
    other: str
    open: str
    closed: str
    acts: str
    letters: str
    clock: str
    no_return: str


def draw(key: str, days: Sequence[Day], bar: Bar | None, no_return: float | None, words: Words) -> str:
    """`no_return` is a place on the day line: the index of a column and the part of it that had passed."""
    figure = _Figure(key, days, words)
    parts = [svg.hatch(figure.hatch), *figure.heads(), *figure.offices(), *figure.acts(), *figure.letters()]
    if bar:
        parts += figure.bar(bar)
    if no_return is not None:
        parts += figure.no_return(no_return)
    return svg.picture(key, "fig-tl", WIDTH, figure.bottom + 22, words.title, words.description, parts)


def _row_name(said: str, y: float) -> str:
    """A long name takes a smaller hand, so that it ends before the days begin."""
    return svg.text(said, 0, y, "c-t13 c-b" if len(said) <= _LONGEST_NAME else "c-t11 c-b")


class _Figure:
    """Rows from top to bottom; acts and messages take as many lines as they need."""

    def __init__(self, key: str, days: Sequence[Day], words: Words) -> None:
        self.days, self.words, self.hatch = days, words, f"{key}-h"
        widths = [GAP if day.is_gap else 1.0 for day in days]
        self.step = (WIDTH - LEFT) / max(1.0, sum(widths))
        self.edges = [LEFT + self.step * done for done in accumulate(widths, initial=0.0)]
        self.per_line = max(1, int(self.step // _SIGN))
        self.placed_acts = self._placed_acts()
        self.letters_at = 180 + 30 * max((line for _, _, line in self.placed_acts), default=0)
        self.placed = self._placed_letters()
        letter_lines = 1 + max((line for _, _, line in self.placed), default=0)
        self.bar_at = self.letters_at + 22 * letter_lines + 14
        self.bottom = self.bar_at + 52

    def x(self, place: float) -> float:
        index = min(int(place), len(self.days) - 1)
        return self.edges[index] + (place - index) * (self.edges[index + 1] - self.edges[index])

    def heads(self) -> list[str]:
        parts = [svg.text(self.words.month, 0, 35, "c-t13 c-b")]
        named = self._named()
        for n, day in enumerate(self.days):
            if day.is_gap:
                parts.append(svg.text("⋯", self.x(n + 0.5), 80, "c-gapmark", "middle"))
            elif n in named:
                parts += self._head(n, day)
        return parts

    def _named(self) -> set[int]:
        """Every day, or where they stand too close the beginnings of weeks and the days after a gap."""
        if self.step >= TIGHT:
            return set(range(len(self.days)))
        found: list[int] = []
        for n, day in enumerate(self.days):
            is_start = day.starts_week or n == 0 or self.days[n - 1].is_gap
            if is_start and not day.is_gap and (not found or self.x(n) - self.x(found[-1]) >= _NAMED_APART):
                found.append(n)
        return set(found)

    def _head(self, n: int, day: Day) -> list[str]:
        above, ink = day.weekday, "c-t12 c-muted" if day.is_weekend else "c-t12"
        if self.step < TIGHT:
            above = day.month
        elif day.starts_month and n:
            above, ink = day.month, "c-t12 c-b"
        elif self.step < NARROW:
            above = day.weekday[:2]
        middle = self.x(n + 0.5)
        return [
            svg.text(above, middle, 16, ink, "middle"),
            svg.text(day.day, middle, 35, "c-t15 c-b", "middle"),
            svg.path("c-grid", f"M{svg.number(self.edges[n])} 44V{svg.number(self.bottom - 8)}"),
        ]

    def offices(self) -> list[str]:
        parts = [_row_name(self.words.own, 65), _row_name(self.words.other, 97)]
        for n, day in enumerate(self.days):
            if not day.is_gap:
                parts += self._office(n, day.closed, 48) + self._office(n, day.other_closed, 80)
        return parts

    def _office(self, n: int, closed: str, y: int) -> list[str]:
        fill = f"url(#{self.hatch})" if closed else None
        look = "c-shut" if closed else "c-open"
        box = svg.rect(look, self.edges[n] + 2, y, self.step - 4, 24, fill=fill)
        if self.step < 52:
            return [box]
        ink = "c-t11 c-halo" if closed else "c-t11 c-muted"
        said = closed or self.words.open
        if _PER_SMALL_LETTER * len(said) > self.step - 4:
            said = self.words.closed
        return [box, svg.text(said, self.x(n + 0.5), y + 16, ink, "middle")]

    def acts(self) -> list[str]:
        parts = [svg.text(self.words.acts, 0, 155, "c-t13 c-b"), svg.path("c-line", f"M{LEFT} 150H{WIDTH}")]
        parts += [svg.sign(act.kind, x, 150 + 30 * line, act.number) for act, x, line in self.placed_acts]
        return parts

    def _placed_acts(self) -> list[tuple[Act, float, int]]:
        """Each act with its place and line; where a day is narrower than a mark, the first line with room for it."""
        placed: list[tuple[Act, float, int]] = []
        ends: list[float] = []
        for n, day in enumerate(self.days):
            for place, act in enumerate(day.acts):
                x, line = self._seat(day.acts, place)
                x = min(self.edges[n] + x, WIDTH - _SIGN / 2)
                if self.step < _SIGN:
                    line = next((line for line, end in enumerate(ends) if end <= x), len(ends))
                    ends[line : line + 1] = [x + _SIGN]
                placed.append((act, x, line))
        return placed

    def _seat(self, acts: Sequence[Act], place: int) -> tuple[float, int]:
        """Where a mark of 29 units stands in its day: by the hour while there is room, else in lines."""
        line, column = divmod(place, self.per_line)
        in_line = min(len(acts) - line * self.per_line, self.per_line)
        free = max(0.0, self.step - in_line * _SIGN)
        return free * acts[place].part_of_day + _SIGN * column + _SIGN / 2, line

    def _placed_letters(self) -> list[tuple[Letter, float, int]]:
        """Each letter with its place and the first line on which its label touches no other."""
        ends: list[float] = []
        placed = []
        for n, day in enumerate(self.days):
            for letter in day.letters:
                x = self.edges[n] + 4 + letter.part_of_day * max(0.0, self.step - 24)
                x = min(x, WIDTH - 24 - _PER_LETTER * len(letter.label))
                line = next((line for line, end in enumerate(ends) if end < x - 6), len(ends))
                end = x + 24 + _PER_LETTER * len(letter.label)
                ends[line : line + 1] = [end]
                placed.append((letter, x, line))
        return placed

    def letters(self) -> list[str]:
        parts = [svg.text(self.words.letters, 0, self.letters_at + 11, "c-t13 c-b")]
        for letter, x, line in self.placed:
            y = self.letters_at + 22 * line
            parts.append(svg.path("c-env", f"M{svg.number(x)} {y}h18v12h-18zl9 7l9 -7"))
            parts.append(svg.text(letter.label, x + 23, y + 11, "c-t12 c-halo"))
        return parts

    def bar(self, bar: Bar) -> list[str]:
        y = self.bar_at
        start, end, last = self.x(bar.first), self.edges[bar.earliest + 1], self.edges[bar.latest + 1]
        parts = [_row_name(self.words.clock, y + 16), svg.rect("c-bar", start, y, end - start, 24)]
        if last > end:
            parts.append(svg.rect("c-maybe", end, y, last - end, 24))
        for n, day in enumerate(self.days):
            if day.count:
                ink = "c-t12 c-inv c-b" if n <= bar.earliest else "c-t12 c-b"
                parts.append(svg.text(day.count, self.x(n + 0.5), y + 16.5, ink, "middle"))
        mark = self.x(bar.stopped) if bar.stopped is not None else last
        parts.append(svg.path("c-flagbig", f"M{svg.number(mark)} {y - 6}v46"))
        side, anchor = (mark - 8, "end") if mark > WIDTH - 320 else (mark + 8, None)
        return [*parts, svg.text(bar.says, side, y + 40, "c-t13 c-b c-halo", anchor)]

    def no_return(self, place: float) -> list[str]:
        x = self.x(place)
        side, anchor = (x - 6, "end") if x > WIDTH / 2 else (x + 6, None)
        return [
            svg.path("c-ponr", f"M{svg.number(x)} 44V{svg.number(self.bottom + 4)}"),
            svg.text(self.words.no_return, side, self.bottom + 16, "c-t12 c-b", anchor),
        ]
