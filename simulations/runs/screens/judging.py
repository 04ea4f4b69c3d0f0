"""A trainer's list of texts, and one of them beside what its author looks for. No name anywhere."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from simulations.engine.scenario import Act, Scenario
from simulations.runs import queries
from simulations.runs.models import WrittenWork
from simulations.runs.screens.sent import Judgement, judgement
from simulations.scenarios.queries import VersionIsBroken

_SHOWN = 50


@dataclass(frozen=True)
class TextToJudge:
    work: WrittenWork
    scenario: Scenario
    act: Act
    judgement: Judgement | None

    @property
    def words(self) -> int:
        return len(self.work.text.text.split())


@dataclass(frozen=True)
class WaitingTexts:
    """The longest waiting first; and what was judged lately."""

    waiting: tuple[TextToJudge, ...]
    more: int
    judged: tuple[TextToJudge, ...]


def waiting_texts(works: QuerySet[WrittenWork]) -> WaitingTexts:
    waiting = works.filter(judged_at=None)
    shown = tuple(_readable(waiting[:_SHOWN]))
    judged = tuple(_readable(works.exclude(judged_at=None).order_by("-judged_at")[:10]))
    more = waiting.count() - _SHOWN if len(shown) == _SHOWN else 0
    return WaitingTexts(shown, max(0, more), judged)


def text_to_judge(work: WrittenWork) -> TextToJudge:
    scenario = queries.scenario_of(work.text.seat.run)
    act = scenario.acts[work.act]
    return TextToJudge(work, scenario, act, judgement(act, work) if work.judged_at else None)


def _readable(works: QuerySet[WrittenWork]) -> Iterator[TextToJudge]:
    for work in works:
        with contextlib.suppress(VersionIsBroken):
            yield text_to_judge(work)
