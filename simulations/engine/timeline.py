"""What happened, moment by moment, and day by day beside the clocks and both offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from simulations.engine.calendar import days
from simulations.engine.log import Event
from simulations.engine.scenario import Scenario
from simulations.engine.state import Clock
from simulations.engine.steps import Step
from simulations.engine.text import NO_TEXT, Text
from simulations.engine.verdicts import verdict_of


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the timeline.

    kind: act, day_ended, message, inject, contested, expired, opened (a duty), met, missed, breach, risk, ending.
    """

    at: datetime
    kind: str
    key: str
    step: int
    title: Text
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class DayStrip:
    """One day of the drawn timeline: the legal clock's number, both offices, and what happened."""

    day: date
    closed: Mapping[str, tuple[str, ...]]  # jurisdiction -> reasons, empty when open
    marks: tuple[Mark, ...]
    due: tuple[tuple[str, str], ...]  # (deadline, earliest|default|latest)


def marks_of(scenario: Scenario, step: Step) -> list[Mark]:
    found = []
    for event in step.events:
        key, title = subject(scenario, event)
        if key:
            kind = KINDS[event.kind]
            verdict = verdict_of(scenario, step) if kind == "act" else ""
            found.append(Mark(event.at, kind, key, step.number, title, verdict))
    return found


KINDS = {
    "act_taken": "act",
    "day_ended": "day_ended",
    "waited": "day_ended",
    "message_arrived": "message",
    "inject_fired": "inject",
    "deadline_contested": "contested",
    "deadline_expired": "expired",
    "duty_opened": "opened",
    "duty_met": "met",
    "expectation_met": "met",
    "expectation_missed": "missed",
    "safeguard_breached": "breach",
    "safeguard_at_risk": "risk",
    "ended": "ending",
}


def subject(scenario: Scenario, event: Event) -> tuple[str, Text]:
    data = event.data
    match event.kind:
        case "act_taken":
            return data["act"], scenario.acts[data["act"]].label
        case "message_arrived":
            return data["message"], scenario.messages[data["message"]].subject
        case "inject_fired" | "expectation_met" | "expectation_missed":
            return data["inject"], scenario.injects[data["inject"]].title
        case "deadline_contested" | "deadline_expired":
            return data["deadline"], scenario.deadlines[data["deadline"]].title
        case "safeguard_breached" | "safeguard_at_risk" | "duty_opened" | "duty_met":
            return data["safeguard"], scenario.safeguards[data["safeguard"]].title
        case "ended":
            return data["ending"], scenario.endings[data["ending"]].title
        case "day_ended" | "waited":
            return data["act"], NO_TEXT
        case _:
            return "", NO_TEXT


def strip(scenario: Scenario, timeline: tuple[Mark, ...], clocks: Mapping[str, Clock]) -> tuple[DayStrip, ...]:
    if not timeline:
        return ()
    return tuple(
        DayStrip(
            day,
            {key: table.reasons_closed(day) for key, table in scenario.calendars.items()},
            tuple(mark for mark in timeline if mark.at.date() == day),
            tuple(
                (key, reading)
                for key, clock in clocks.items()
                for reading in ("earliest", "default", "latest")
                if getattr(clock, reading) == day
            ),
        )
        for day in days(scenario.starts_at.date(), timeline[-1].at.date())
    )
