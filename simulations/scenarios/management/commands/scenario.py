"""Checks and plays cases from the command line: for authors, trainers and the continuous check."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from simulations.agreements.api import on_pack, reference
from simulations.engine.check.report import LONG, QUICK, Limits, Report
from simulations.engine.loader import load
from simulations.engine.play import Played, play, read_acts
from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.source import MOST_BYTES, Source, read
from simulations.scenarios.engine import library
from simulations.scenarios.services.examining import examine


class Command(BaseCommand):
    help = "Check cases for faults, or play one from a list of acts."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, parser_class=ArgumentParser)
        check = verbs.add_parser("check", help="name every problem with its place; exit 1 if there is one")
        check.add_argument("cases", nargs="*", metavar="PATH_OR_KEY", help="default: all cases that ship")
        check.add_argument("--json", action="store_true")
        check.add_argument("--quick", action="store_true", help="at most two seconds a case: what an author waits for")
        check.add_argument("--pack", metavar="KEY", default="", help="as the case would stand under another agreement")
        playing = verbs.add_parser("play", help="play a list of acts and print the log and the result")
        playing.add_argument("case", metavar="PATH_OR_KEY")
        playing.add_argument("--acts", required=True, metavar="FILE", help='JSON list of {"act", "inputs"}')
        playing.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        verb = self._check if options["verb"] == "check" else self._play
        if verb(options):
            sys.exit(1)

    def _check(self, options: dict[str, Any]) -> bool:
        """Whether something is wrong, for the exit code."""
        reports = [
            _checked(name, options["pack"], QUICK if options["quick"] else LONG)
            for name in options["cases"] or library.keys()
        ]
        if options["json"]:
            self._print([report.as_dict() for report in reports])
        else:
            for report in reports:
                self._tell(report)
        return not all(report.ok for report in reports)

    def _play(self, options: dict[str, Any]) -> bool:
        key, path = library.find(options["case"])
        try:
            played = _played(key, path, Path(options["acts"]))
        except ScenarioInvalid as invalid:
            if options["json"]:
                self._print(Report(key, invalid.problems).as_dict())
            else:
                self._tell(Report(key, invalid.problems))
            return True
        if options["json"]:
            self._print(played.as_dict())
        else:
            self._tell_result(played)
        return False

    def _print(self, value: Any) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=1))

    def _tell(self, report: Report) -> None:
        count = len(report.problems)
        found = "1 problem" if count == 1 else f"{count} problems"
        self.stdout.write(f"{report.key}: {'sound' if report.ok else found}")
        for problem in report.problems:
            self.stdout.write(f"  {problem.where}: {problem.message} [{problem.code}]")
            for number, move in enumerate(problem.trace, 1):
                self.stdout.write(f"    {number}. {json.dumps(dict(move), ensure_ascii=False)}")
        for problem in report.warnings:
            self.stdout.write(f"  worth a look: {problem.where}: {problem.message} [{problem.code}]")
        for proof in report.proofs.get("safeguards", ()):
            self.stdout.write(f"  {proof['id']}: {proof['status']}, {proof['states']} states")

    def _tell_result(self, played: Played) -> None:
        result = played.as_dict()
        for index, refusal in played.refusals:
            self.stdout.write(f"  refused: act {index + 1}, {refusal} {refusal.because.say()}")
        for item in result["safeguards"]:
            self.stdout.write(f"  safeguard {item['id']}: {item['status']}")
        score = result["score"]
        self.stdout.write(
            f"{result['key']}: {result['ending'] or 'not ended'}, {'passed' if result['passed'] else 'not passed'}, "
            f"{score['points']} of {score['possible']} points, {score['deciding_percent']} % of what decides"
        )


def _checked(name: str, pack: str, limits: Limits) -> Report:
    key, path = library.find(name)
    try:
        raw = _bytes(path, "file")
        if pack:
            return _moved(key, read(raw), pack, limits)
        return examine(raw, reference(), key=key, limits=limits)
    except ScenarioInvalid as invalid:
        return Report(key, invalid.problems)


def _moved(key: str, source: Source, pack: str, limits: Limits) -> Report:
    """What the other agreement lacks comes first; a place that was named so is not named a second time."""
    moved = on_pack(source, pack)
    report = examine(moved.source, reference(), key=key, limits=limits)
    named = {problem.where for problem in moved.problems}
    lacks = tuple(problem for problem in moved.problems if problem.refuses)
    further = tuple(problem for problem in report.problems if problem.where not in named)
    notes = tuple(problem for problem in moved.problems if not problem.refuses)
    return replace(report, problems=(*lacks, *further), warnings=(*notes, *report.warnings))


def _played(key: str, path: Path | None, acts: Path) -> Played:
    commands = read_acts(_bytes(acts, "acts"))
    return play(load(_bytes(path, "file"), reference(), key=key), commands)


def _bytes(path: Path | None, what: str) -> bytes:
    """At most one byte more than an honest file has: enough to see that it is too large."""
    try:
        if path is None:
            raise FileNotFoundError
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise ScenarioInvalid([Problem("not_found", what, "no such file, and no case of this key")]) from None
