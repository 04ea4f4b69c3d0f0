"""manage.py guard: reads JSON lines {"text", "lang"} and prints a verdict for each, in order."""

import json
import sys
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandParser

from portal.guard.api import check, explain


class Command(BaseCommand):
    help = (
        'Reads JSON lines {"text": …, "lang": …} from standard input and prints, line by line, '
        '{"verdict": "pass|warn|hold|block", "findings": [{"kind", "start", "end"}]}. '
        "A line that cannot be read gives an object with an error; the next line is read all the same."
    )
    requires_system_checks: list[str] = []
    stealth_options = ("stdin",)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--explain", action="store_true", help="add the reason for each finding, in words")

    def handle(self, *args: Any, **options: Any) -> None:
        source: TextIO = options.get("stdin") or sys.stdin
        if hasattr(source, "reconfigure"):
            source.reconfigure(encoding="utf-8", errors="replace")
        for number, line in enumerate(source, 1):
            if line.strip():
                answer = _answer(line, number, explained=options["explain"])
                self.stdout.write(json.dumps(answer, ensure_ascii=True))
                # Whoever sends line by line waits for each answer.
                self.stdout.flush()


def _answer(line: str, number: int, *, explained: bool) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": f"line {number}: not JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"error": f'line {number}: expected an object with a string "text"'}
    verdict = check(asked["text"], lang=str(asked.get("lang") or "en"))
    findings: list[dict[str, Any]] = [{"kind": f.kind, "start": f.start, "end": f.end} for f in verdict.findings]
    if explained:
        findings = [found | {"why": explain(found["kind"])} for found in findings]
    return {"verdict": verdict.verdict, "findings": findings}
