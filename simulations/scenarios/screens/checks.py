"""What a trainer sees of a case's checks: what was proved, what bots make of it, what nothing ever tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.engine import scenario as case
from simulations.scenarios import queries, words
from simulations.scenarios.engine.curves import Bar, bar
from simulations.scenarios.models import CheckRun, Scenario

GREEN, GREY, RED = "kept", "none", "breach"
_REMARKS = ("deadline_cannot_be_missed",)  # a clock that is only shown asks nobody to do anything
_SIGNS = {"proved": GREEN, "refuted": RED}


@dataclass(frozen=True)
class ProofRow:
    title: str
    sign: str
    words: str
    states: str
    story: tuple[str, ...]


@dataclass(frozen=True)
class BotRow:
    name: str
    bar: Bar
    passed: str
    endings: str


@dataclass(frozen=True)
class PointsRow:
    competency: str
    least: int
    most: int
    possible: int


@dataclass(frozen=True)
class Untested:
    title: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    where: str
    message: str
    story: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Where the long check is. kind: none, queued, running, done, interrupted."""

    kind: str
    words: str
    may_ask: bool


@dataclass(frozen=True)
class Line:
    """One case in the list."""

    key: str
    title: str
    number: int
    published_at: datetime
    proofs: str
    is_green: bool
    standing: Standing
    is_open: bool


@dataclass(frozen=True)
class CasePage:
    line: Line
    proofs: tuple[ProofRow, ...]
    assumptions: tuple[str, ...]
    bots: tuple[BotRow, ...]
    points: tuple[PointsRow, ...]
    untested: tuple[Untested, ...]
    findings: tuple[Finding, ...]
    replays: str


def lines(now: datetime) -> tuple[Line, ...]:
    return tuple(_line(pointer, now) for pointer in queries.all_scenarios())


def case_page(pointer: Scenario, now: datetime) -> CasePage:
    scenario, found = queries.scenario_of(pointer.current), _found(pointer)
    report, bots = pointer.current.report, found.get("bots") or {}
    proofs = _proofs_of(pointer)
    return CasePage(
        line=_line(pointer, now),
        proofs=tuple(_proof(scenario, row) for row in proofs.get("safeguards", ())),
        assumptions=tuple(_assumptions(proofs)),
        bots=tuple(_bot(scenario, row) for row in bots.get("bots", ())),
        points=tuple(_points(scenario, found.get("points") or ())),
        untested=tuple(_untested(bots.get("untested", ()))),
        findings=tuple(_finding(scenario, row) for row in report.get("warnings", ()) if row["code"] not in _REMARKS),
        replays=_replays(found.get("replays") or {}),
    )


def _checks(pointer: Scenario) -> list[CheckRun]:
    found: list[CheckRun] = pointer.current.checks_newest_first  # type: ignore[attr-defined]
    return found


def _found(pointer: Scenario) -> Mapping[str, Any]:
    """What the newest check with any result has found."""
    return next((check.found for check in _checks(pointer) if check.found), {})


def _proofs_of(pointer: Scenario) -> Mapping[str, Any]:
    """The long proof where there is one, else the short one of the publish."""
    long: Mapping[str, Any] = _found(pointer).get("proofs") or {}
    return long or pointer.current.report


def _line(pointer: Scenario, now: datetime) -> Line:
    scenario, version = queries.scenario_of(pointer.current), pointer.current
    found = [row["status"] for row in _proofs_of(pointer).get("safeguards", ())]
    proved = sum(1 for status in found if status in ("proved", "waived"))
    said = _("%(proved)d of %(all)d") % {"proved": proved, "all": len(scenario.safeguards)}
    return Line(
        key=pointer.key,
        title=words.said(scenario.title),
        number=version.number,
        published_at=version.published_at,
        proofs=said,
        is_green=bool(found) and proved == len(scenario.safeguards),
        standing=_standing(_checks(pointer), now),
        is_open=pointer.is_open,
    )


def _standing(checks: list[CheckRun], now: datetime) -> Standing:
    if not checks:
        return Standing("none", _("Not asked for yet"), may_ask=True)
    check = checks[0]
    if check.state == CheckRun.State.INTERRUPTED or check.is_silent(now):
        return Standing("interrupted", _("Interrupted: nothing has been heard of it"), may_ask=True)
    if check.state == CheckRun.State.QUEUED:
        return Standing("queued", _("Waiting for a worker"), may_ask=False)
    if check.state == CheckRun.State.RUNNING:
        return Standing("running", _at_work(check), may_ask=False)
    seconds = {"seconds": number_format(round(check.seconds, 1))}
    return Standing("done", _("Done in %(seconds)s seconds") % seconds, may_ask=True)


def _at_work(check: CheckRun) -> str:
    stage = str(words.STAGES.get(check.stage, ""))
    if not check.states:
        return _("At work: %(stage)s") % {"stage": stage}
    text = ngettext("At work: %(stage)s, %(count)s situation", "At work: %(stage)s, %(count)s situations", check.states)
    return text % {"stage": stage, "count": _number(check.states)}


def _number(count: int) -> str:
    return str(number_format(count, force_grouping=True))


def _proof(scenario: case.Scenario, row: Mapping[str, Any]) -> ProofRow:
    guard = scenario.safeguards.get(str(row.get("id")))
    states = int(row.get("states") or 0)
    looked = ngettext("%(count)s situation", "%(count)s situations", states) % {"count": _number(states)}
    status = str(row.get("status"))
    return ProofRow(
        title=words.said(guard.title) if guard else str(row.get("id")),
        sign=_SIGNS.get(status, GREY),
        words=str(words.PROOFS.get(status, status)),
        states=looked if states else "",
        story=story(scenario, row.get("trace") or ()),
    )


def story(scenario: case.Scenario, trace: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The acts of a trace by their labels, in their order."""
    return tuple(_told(scenario, move) for move in trace)


def _told(scenario: case.Scenario, move: Mapping[str, Any]) -> str:
    act = scenario.acts.get(str(move.get("act")))
    if act is not None:
        answers = ", ".join(_answer(value) for value in (move.get("inputs") or {}).values())
        label = words.said(act.label)
        return f"{label} ({answers})" if answers else label
    inputs = move.get("inputs") or {}
    if move.get("act") == case.BEGIN:
        return "; ".join(_answers(scenario, person, style) for person, style in inputs.items())
    if move.get("act") == case.READ:
        return _("Read “%(title)s”") % {"title": _read(scenario, inputs)}
    return _("End the day") if move.get("act") == case.END_DAY else _("Wait for news")


def _answers(scenario: case.Scenario, person: str, style: str) -> str:
    name = words.said(scenario.people[person].name)
    return _("%(person)s answers: %(style)s") % {"person": name, "style": words.STYLES[style]}


def _read(scenario: case.Scenario, inputs: Mapping[str, Any]) -> str:
    document, message = scenario.documents.get(inputs.get("document", "")), inputs.get("message", "")
    if document is not None:
        return words.said(document.title)
    found = scenario.messages.get(message)
    return words.said(found.subject) if found else ""


def _answer(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {word}" for key, word in value.items() if isinstance(word, str) and word)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _assumptions(proofs: Mapping[str, Any]) -> Iterable[str]:
    if not proofs.get("safeguards"):
        return
    yield _("What was searched is the case as it is written, with its own clocks and calendars; no learner's run.")
    if proofs.get("mode") != "facilitated":
        yield _("Played alone: nothing that only a facilitator can let happen was let happen.")
    yield _("A breach by itself already fails a run. The proof leaves that rule out: the author's own endings hold.")


def _bot(scenario: case.Scenario, row: Mapping[str, Any]) -> BotRow:
    ended = sorted(row["endings"].items(), key=lambda item: -item[1])
    titles = (
        (words.said(scenario.endings[key].title) if key in scenario.endings else _("no ending"), count)
        for key, count in ended
    )
    return BotRow(
        name=str(words.BOTS.get(row["bot"], row["bot"])),
        bar=bar(row["p10"], row["p50"], row["p90"]),
        passed=_("%(passed)d of %(runs)d") % {"passed": row["passed"], "runs": row["runs"]},
        endings="; ".join(f"{title}: {count}" for title, count in titles),
    )


def _points(scenario: case.Scenario, rows: Iterable[Mapping[str, Any]]) -> Iterable[PointsRow]:
    for row in rows:
        text = scenario.competencies.get(row["competency"])
        title = words.said(text) if text else row["competency"]
        yield PointsRow(title, row["least"], row["most"], row["possible"])


def _untested(rows: Iterable[Mapping[str, Any]]) -> Iterable[Untested]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["code"], []).append(row["where"])
    for code, places in found.items():
        yield Untested(words.WARNINGS[code] % {"number": len(places)}, tuple(places))


def _finding(scenario: case.Scenario, row: Mapping[str, Any]) -> Finding:
    return Finding(row["where"], row["message"], story(scenario, row.get("trace") or ()))


def _replays(found: Mapping[str, Any]) -> str:
    runs = int(found.get("runs") or 0)
    if not runs:
        return ""
    text = ngettext(
        "Of %(runs)d run on earlier versions, %(refused)d could not be played so any more and %(changed)d would end"
        " with another result; these change by %(mean)s per cent of the points in the mean.",
        "Of %(runs)d runs on earlier versions, %(refused)d could not be played so any more and %(changed)d would end"
        " with another result; these change by %(mean)s per cent of the points in the mean.",
        runs,
    )
    return text % {**found, "mean": number_format(found["mean"])}
