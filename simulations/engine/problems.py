"""What is wrong with a case, told with its place: all of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is the path in the file with its line; `trace` are acts that show it, if there are any.

    An error refuses the case. A warning is something to look at, and refuses nothing.
    """

    code: str
    where: str
    message: str
    trace: tuple[dict[str, Any], ...] = ()
    severity: str = "error"

    @property
    def refuses(self) -> bool:
        return self.severity == "error"

    def as_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "where": self.where,
            "message": self.message,
            "trace": [dict(move) for move in self.trace],
        }


def warning(code: str, where: str, message: str, trace: tuple[dict[str, Any], ...] = ()) -> Problem:
    return Problem(code, where, message, trace, severity="warning")


class ScenarioInvalid(Exception):
    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{item.where}: {item.message}" for item in self.problems[:5]))
