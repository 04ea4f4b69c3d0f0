"""What helps somebody who did not manage: first the place that explains it, then the same in another dress."""

from collections.abc import Sequence
from enum import StrEnum

from portal.competencies.engine.standing import SUPPORTED

# Once may be the day; twice is a gap.
FAILURES_BEFORE_ADVICE = 2


class Advice(StrEnum):
    NONE = "none"
    LESSON = "lesson"
    VARIANT = "variant"


def advice(scores: Sequence[float]) -> Advice:
    """From scores of 0 to 1, oldest first: two failures in a row send back to the lesson, a third asks for a new case.

    A success closes the row: what was shown after a failure counts more than the failure.
    """
    row = 0
    for score in reversed(scores):
        if score >= SUPPORTED:
            break
        row += 1
    if row < FAILURES_BEFORE_ADVICE:
        return Advice.NONE
    return Advice.LESSON if row == FAILURES_BEFORE_ADVICE else Advice.VARIANT
