"""Own acts and messages against both offices and the legal clock: as a figure, and as a list for phones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.agreements.screens.months import short_name
from simulations.engine.calendar import ONE_DAY
from simulations.engine.debrief import DayStrip, Debrief, Mark
from simulations.engine.reference import Value
from simulations.engine.scenario import Deadline, Scenario
from simulations.engine.state import Clock
from simulations.runs import words
from simulations.runs.engine import timeline as figure

if TYPE_CHECKING:
    from simulations.runs.screens.decisions import DecisionCard

_LEAST_GAP = 3


@dataclass(frozen=True)
class ListDay:
    day: date
    count: str
    acts: tuple[DecisionCard, ...]
    events: tuple[str, ...]
    is_turning_point: bool
    is_due: bool


def drawn(scenario: Scenario, result: Debrief, cards: Sequence[DecisionCard]) -> SafeString:
    deadline, clock = _main_clock(scenario, result)
    if deadline is None or clock is None or not result.days:
        return SafeString()
    columns = _columns(result.days, clock)
    months = [item.day.month if item else 0 for item in columns]
    shown = [n for n, month in enumerate(months) if month]
    new_month = {n for before, n in pairwise(shown) if months[before] != months[n]}
    days = [
        _day(scenario, item, deadline, clock, cards, starts_month=n in new_month) if item else figure.Day(is_gap=True)
        for n, item in enumerate(columns)
    ]
    where = {item.day: n for n, item in enumerate(columns) if item}
    bar, turn = _bar(scenario, where, clock), _no_return(where, cards)
    return mark_safe(figure.draw("tl", days, bar, turn, _words(scenario, deadline, result.days, cards)))


def _columns(days: Sequence[DayStrip], clock: Clock) -> list[DayStrip | None]:
    """After the limit, quiet stretches are left out: None stands for three days or more without an event."""
    found: list[DayStrip | None] = []
    quiet: list[DayStrip] = []
    for item in days:
        if item.day > clock.latest + ONE_DAY and not item.marks:
            quiet.append(item)
            continue
        found += [None] if len(quiet) >= _LEAST_GAP else quiet
        found.append(item)
        quiet = []
    return found


def as_list(scenario: Scenario, result: Debrief, cards: Sequence[DecisionCard]) -> tuple[ListDay, ...]:
    """Only days on which something happened."""
    deadline, clock = _main_clock(scenario, result)
    found = []
    for strip in result.days:
        acts = tuple(card for card in cards if card.at.date() == strip.day)
        events = tuple(_event(scenario, mark) for mark in strip.marks if mark.kind in _EVENTS)
        is_due = clock is not None and strip.day == clock.latest
        if acts or events or is_due:
            count = _count(strip.day, clock, scenario.values[deadline.value]) if deadline and clock else ""
            said = _("Day %(number)s") % {"number": count} if count else ""
            turning = any(card.is_point_of_no_return for card in acts)
            found.append(ListDay(strip.day, said, acts, events, turning, is_due))
    return tuple(found)


_EVENTS = ("message", "inject", "contested", "expired", "ending")


def _event(scenario: Scenario, mark: Mark) -> str:
    title = words.said(mark.title)
    if mark.kind == "message":
        sender = words.said(scenario.people[scenario.messages[mark.key].sender].name)
        return _("%(sender)s: %(subject)s") % {"sender": sender, "subject": title}
    if mark.kind == "contested":
        return _("%(clock)s: the first reading of the limit had ended") % {"clock": title}
    if mark.kind == "expired":
        return _("%(clock)s: the limit had ended on every reading") % {"clock": title}
    return title


def _main_clock(scenario: Scenario, result: Debrief) -> tuple[Deadline | None, Clock | None]:
    key = next((key for key in scenario.deadlines if key in result.clocks), None)
    return (scenario.deadlines[key], result.clocks[key]) if key else (None, None)


def _day(
    scenario: Scenario,
    strip: DayStrip,
    deadline: Deadline,
    clock: Clock,
    cards: Sequence[DecisionCard],
    *,
    starts_month: bool,
) -> figure.Day:
    acts = tuple(
        figure.Act(str(card.number), card.kind, _part(scenario, card.at))
        for card in cards
        if card.at.date() == strip.day
    )
    letters = tuple(
        figure.Letter(_clipped(words.said(mark.title)), _part(scenario, mark.at))
        for mark in strip.marks
        if mark.kind == "message"
    )
    return figure.Day(
        weekday=words.spelled(strip.day, "D"),
        day=str(strip.day.day),
        month=words.spelled(strip.day, "M"),
        starts_week=strip.day.weekday() == 0,
        starts_month=starts_month,
        is_weekend=strip.day.weekday() > 4,
        closed=_closed(strip.closed.get(deadline.requested, ())),
        other_closed=_closed(strip.closed.get(deadline.requesting, ())),
        count=_count(strip.day, clock, scenario.values[deadline.value]),
        acts=acts,
        letters=letters,
    )


def _closed(reasons: tuple[str, ...]) -> str:
    """What the box says; the named day goes before the weekend."""
    if not reasons:
        return ""
    return _("closed") if reasons[0] in ("Saturday", "Sunday") else short_name(reasons[0])


def _clipped(title: str) -> str:
    return title if len(title) <= 22 else title[:21].rstrip() + "…"


def _count(day: date, clock: Clock, value: Value) -> str:
    """The number a day has under a count of calendar days; a roll-over has none."""
    number = (day - clock.started_on).days
    most = (clock.latest - clock.started_on).days if clock.extended else value.number or 0
    return str(number) if value.unit == "calendar_days" and 0 < number <= most else ""


def _part(scenario: Scenario, at: datetime) -> float:
    """How much of the office day had passed."""
    opens, closes = scenario.office.opens, scenario.office.closes
    minutes = at.hour * 60 + at.minute - (opens.hour * 60 + opens.minute)
    length = closes.hour * 60 + closes.minute - (opens.hour * 60 + opens.minute)
    return max(0.0, min(1.0, minutes / length))


def _bar(scenario: Scenario, where: Mapping[date, int], clock: Clock) -> figure.Bar:
    ends = {
        "stopped": _("stopped while contested: some readings had ended")
        if clock.ended_at and clock.ended_at.date() > clock.earliest
        else _("stopped in time"),
        "expired": _("the limit had ended on every reading"),
        "contested": _("contested: some readings had ended"),
        "running": _("still running"),
    }
    last = max(where.values())
    stop = clock.ended_at if clock.status == "stopped" else None
    stopped = where[stop.date()] + _part(scenario, stop) if stop and stop.date() in where else None
    return figure.Bar(
        first=where.get(clock.started_on + ONE_DAY, last),
        earliest=where.get(clock.earliest, last),
        latest=where.get(clock.latest, last),
        says=ends[clock.status],
        stopped=stopped,
    )


def _no_return(where: Mapping[date, int], cards: Sequence[DecisionCard]) -> float | None:
    """At the end of the day on which the last chance passed."""
    card = next((card for card in cards if card.is_point_of_no_return), None)
    return where[card.at.date()] + 1 if card and card.at.date() in where else None


def _words(
    scenario: Scenario, deadline: Deadline, shown: Sequence[DayStrip], cards: Sequence[DecisionCard]
) -> figure.Words:
    first, last = words.day(shown[0].day), words.day(shown[-1].day)
    described = ngettext(
        "%(count)d act on a day line with both offices and the legal clock. "
        "It is listed as text under Decision by decision.",
        "%(count)d acts on a day line with both offices and the legal clock. "
        "They are listed as text under Decision by decision.",
        len(cards),
    ) % {"count": len(cards)}
    return figure.Words(
        title=_("Your run against the clock, %(first)s to %(last)s") % {"first": first, "last": last},
        description=described,
        month=words.spelled(shown[0].day, "F Y"),
        own=words.said(scenario.jurisdictions[deadline.requested]),
        other=words.said(scenario.jurisdictions[deadline.requesting]),
        open=_("open"),
        closed=_("closed"),
        acts=_("Your acts"),
        letters=_("Messages in"),
        clock=_clipped(words.said(deadline.title)),
        no_return=_("point of no return"),
    )
