"""Practice questions in a lesson: feedback at once, no score, nothing to lose.

An answer is a tuple of option keys; where things are matched or put in order, of "row=target" pairs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["right", "partly", "not_yet"]
Question = Mapping[str, Any]
Answer = tuple[str, ...]


class AnswerNotOffered(Exception):
    """Nothing chosen, or an option the question does not have: a new edition in between, or a forged form."""


@dataclass(frozen=True)
class Feedback:
    verdict: Verdict
    texts: tuple[str, ...]


def is_rows(question: Question) -> bool:
    return "rows" in question


def check(question: Question, given: Iterable[str]) -> Answer:
    """The answer in the question's own order, or a refusal."""
    chosen = set(given)
    groups = [tuple(item for item in group if item in chosen) for group in _offered(question)]
    answer = tuple(item for group in groups for item in group)
    several = question["type"] == "multiple"
    if chosen - set(answer) or not all(group and (several or len(group) == 1) for group in groups):
        raise AnswerNotOffered(str(question["uuid"]))
    return answer


def _offered(question: Question) -> tuple[Answer, ...]:
    """Groups from each of which something must be chosen: all options together, or the targets of each row."""
    if not is_rows(question):
        return (tuple(option["id"] for option in question["options"]),)
    targets = [target["id"] for target in question["targets"]]
    return tuple(tuple(pair(row["id"], target) for target in targets) for row in question["rows"])


def pair(row: str, target: str) -> str:
    return f"{row}={target}"


def right_answer(question: Question) -> frozenset[str]:
    if not is_rows(question):
        return frozenset(question["correct"])
    return frozenset(pair(row, target) for row, target in question["correct"].items())


def feedback(question: Question, answer: Answer) -> Feedback:
    chosen, right = frozenset(answer), right_answer(question)
    verdict: Verdict = "right" if chosen == right else "partly" if chosen & right else "not_yet"
    own = tuple(o["feedback"] for o in question.get("options", ()) if o["id"] in chosen and o["feedback"])
    general = question.get("feedback", "")
    return Feedback(verdict, own + ((general,) if general else ()))
