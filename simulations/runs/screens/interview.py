"""An interview so far: what was asked and answered, and how many questions are left. Never how a question was put."""

from __future__ import annotations

from dataclasses import dataclass

from simulations.engine.scenario import Act, Question
from simulations.engine.state import State
from simulations.runs import words


@dataclass(frozen=True)
class InterviewPage:
    asked: tuple[Question, ...]
    limit: int
    effort: str

    @property
    def left(self) -> int:
        return self.limit - len(self.asked)


def interview_page(state: State, act: Act) -> InterviewPage | None:
    if not act.questions:
        return None
    asked = tuple(act.questions[key] for key in state.asked.get(act.key, ()) if key in act.questions)
    return InterviewPage(asked, act.limit, words.effort(act.minutes))
