"""A list of acts played from the beginning: what a test, a trainer or a bot hands in, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulations.engine import safeguards
from simulations.engine.cast.wardrobe import dress
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.problems import Problem, ScenarioInvalid
from simulations.engine.refusal import Refused
from simulations.engine.run import FACILITATOR, FIRE, Command, begin, decide, steps
from simulations.engine.scenario import BEGIN, Scenario
from simulations.engine.scoring import Score, score

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Played:
    """`refusals` holds (position in the list, refusal); a refused act changes nothing and the rest goes on."""

    scenario: Scenario
    events: tuple[Event, ...]
    refusals: tuple[tuple[int, Refused], ...]

    @property
    def score(self) -> Score:
        return score(self.scenario, self.events)

    def as_dict(self) -> dict[str, Any]:
        result, state = self.score, replay(self.events)
        return {
            "key": self.scenario.key,
            "logic_hash": self.scenario.logic_hash,
            "events": [event.as_dict() for event in self.events],
            "refusals": [{"index": index, **refusal.as_dict()} for index, refusal in self.refusals],
            "ending": state.ending or None,
            "passed": result.passed,
            "safeguards": self._safeguards(),
            "score": _score(result),
        }

    def _safeguards(self) -> list[dict[str, Any]]:
        played = tuple(steps(self.events))
        state = played[-1].after
        return [
            {
                "id": item.key,
                "status": safeguards.status(
                    self.scenario, item, state, was_tested=safeguards.was_tested(self.scenario, item, played)
                ),
                "seq": state.breaches.get(item.key, state.risks.get(item.key)),
            }
            for item in self.scenario.safeguards.values()
        ]


def _score(result: Score) -> dict[str, Any]:
    return {
        "points": result.points,
        "possible": result.possible,
        "percent": result.percent,
        "deciding": result.deciding,
        "deciding_possible": result.deciding_possible,
        "deciding_percent": result.deciding_percent,
        "competencies": {
            item.competency: {"points": item.points, "possible": item.possible} for item in result.by_competency
        },
        "items": [
            {"id": item.item.key, "earned": item.earned, "points": item.counted, "mark": item.mark.value}
            for item in result.items
        ],
    }


def play(scenario: Scenario, commands: Sequence[Command], seed: str = "") -> Played:
    """As a person of this seed would: names and dates that are typed are those of the run's own people.

    A list may start with `begin`, which names the style of a counterpart.
    """
    begins = commands[:1] if commands and commands[0].act == BEGIN and BEGIN not in scenario.acts else ()
    styles = {person: str(style) for command in begins for person, style in command.inputs.items()}
    events = list(begin(scenario, seed, styles=styles))
    state, refusals = replay(events), []
    scenario = dress(scenario, state.identity)
    for index, command in enumerate(commands[len(begins) :], len(begins)):
        try:
            new = decide(scenario, state, command)
        except Refused as refusal:
            refusals.append((index, refusal))
            continue
        events += new
        state = replay(new, state)
    return Played(scenario, tuple(events), tuple(refusals))


def read_acts(raw: bytes) -> tuple[Command, ...]:
    """A JSON list of {"act", "inputs"?, "expected_seq"?, "judged"?}; ScenarioInvalid with every problem at once."""
    if len(raw) > MOST_BYTES:
        raise ScenarioInvalid([Problem("too_large", "acts", f"larger than {MOST_BYTES} bytes")])
    try:
        rows = json.loads(raw)
    except (ValueError, RecursionError):
        raise ScenarioInvalid([Problem("syntax", "acts", "not readable as JSON")]) from None
    if not isinstance(rows, list):
        raise ScenarioInvalid([Problem("wrong_type", "acts", "expected a list of acts")])
    problems = [problem for index, row in enumerate(rows) for problem in _problems(index, row)]
    if problems:
        raise ScenarioInvalid(problems)
    return tuple(_command(row) for row in rows)


def _command(row: dict[str, Any]) -> Command:
    """Who writes the list plays every part: a `fire` in it is the facilitator's."""
    by = FACILITATOR if row["act"] == FIRE else ""
    judged = row.get("judged", False)
    return Command(row["act"], row.get("inputs") or {}, row.get("expected_seq"), judged=judged, by=by)


def _problems(index: int, row: Any) -> list[Problem]:
    where = f"acts[{index}]"
    if not isinstance(row, dict) or not isinstance(row.get("act"), str):
        return [Problem("wrong_type", where, "expected an object with “act”")]
    found = []
    if not isinstance(row.get("inputs") or {}, dict):
        found.append(Problem("wrong_type", f"{where}.inputs", "expected an object"))
    seq = row.get("expected_seq")
    if seq is not None and (not isinstance(seq, int) or isinstance(seq, bool)):
        found.append(Problem("wrong_type", f"{where}.expected_seq", "expected a whole number"))
    if not isinstance(row.get("judged", False), bool):
        found.append(Problem("wrong_type", f"{where}.judged", "expected true or false"))
    found += [
        Problem("unknown_key", f"{where}.{key}", f"“{key}” means nothing here")
        for key in sorted(set(row) - {"act", "inputs", "expected_seq", "judged"})
    ]
    return found
