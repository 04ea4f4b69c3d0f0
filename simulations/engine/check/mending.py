"""What else is wrong with a file that cannot be loaded: its broken parts are left out, and the rest is looked at.

Only what a part says by itself is told of such a file. What hangs together with other parts waits until it loads.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any

from simulations.engine.check.certain import known
from simulations.engine.check.rules import RULES, sizes
from simulations.engine.loader import load
from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.reference import Mark, Reference
from simulations.engine.source import Path, Source

MOST_ROUNDS = 8
BY_ITSELF = frozenset(
    {
        *("unreviewed_decides", "principle_without_law", "contradiction", "need_always_met", "always_holds"),
        *("knowledge_decides", "safeguard_reads_knowledge", "repeatable_without_time", "negative_time"),
        *("effects_contradict", "acts_differ_only_in_label", "options_differ_only_in_key", "item_for_nothing"),
        *("no_feedback", "no_text", "mark_not_so", "fits_no_day", "too_few_odd_places", "started_on"),
        *("date_outside_case", "pass_percent", "silence_passes"),
    }
)
# Whether a condition can be true depends on these; with one of them left out nothing is said of it.
DEPENDS_ON = ("acts", "documents", "facts", "forms", "counterparts", "injects")
OF_CONDITIONS = frozenset(
    {"contradiction", "need_always_met", "always_holds", "too_few_odd_places", "item_for_nothing"}
)
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_LENGTHS = ("value", "extension")


def further(source: Source, named: Iterable[Problem], reference: Reference, *, key: str) -> tuple[Problem, ...]:
    """Problems of the parts that can be read, beside those that kept the file from being loaded."""
    case, problems, left_out = copy.deepcopy(source.value), tuple(named), set[str]()
    for _ in range(MOST_ROUNDS):
        for path in dict.fromkeys(_path(problem) for problem in problems):
            if len(path) < 2:
                return ()
            left_out.add(f"{path[0]}.{path[1]}")
            _mend(case, path, reference)
        try:
            scenario = load(Source(case, source.lines), reference, key=key)
        except ScenarioInvalid as invalid:
            problems = invalid.problems
            continue
        if tuple(sizes(scenario)):
            return ()
        seen = known(scenario)
        found = dict.fromkeys(problem for rule in RULES for problem in rule(scenario, seen))
        told = BY_ITSELF - OF_CONDITIONS if any(part.startswith(DEPENDS_ON) for part in left_out) else BY_ITSELF
        return tuple(item for item in found if item.refuses and item.code in told and not _is_in(item, left_out))
    return ()


def _path(problem: Problem) -> Path:
    where = problem.where.partition(" (line ")[0]
    return tuple(int(number) if number else word for number, word in _STEP.findall(where))


def _is_in(problem: Problem, parts: set[str]) -> bool:
    return any(problem.where == part or problem.where.startswith((f"{part}.", f"{part}[")) for part in parts)


def _mend(case: Any, path: Path, reference: Reference) -> None:
    """Another length for a clock whose value is unknown; else without the nearest part that can be left out."""
    above, last = _walk(case, path[:-1]), path[-1]
    if path[0] == "deadlines" and last in _LENGTHS and isinstance(above, dict):
        above[last] = _firmest(case, reference)
        return
    for end in range(len(path), 1, -1):
        above, last = _walk(case, path[: end - 1]), path[end - 1]
        if isinstance(above, list) and isinstance(last, int) and last < len(above):
            del above[last]
            return
        if isinstance(above, dict) and last in above:
            del above[last]
            return


def _firmest(case: Any, reference: Reference) -> str:
    """Of all lengths that the packs of the case give the one that may be trusted most: nothing is blamed on a guess."""
    packs = {str(case.get("pack")), *map(str, case.get("also") or ())}
    own = [value for token, value in reference.values.items() if value.number and token.partition(".")[0] in packs]
    return min(own, key=lambda value: list(Mark).index(value.mark)).token if own else ""


def _walk(case: Any, path: Path) -> Any:
    for part in path:
        is_there = isinstance(case, dict) and part in case
        is_there = is_there or (isinstance(case, list) and isinstance(part, int) and part < len(case))
        if not is_there:
            return None
        case = case[part]
    return case
