"""Changes: publishing questions and tests, and what a person does with a test."""

from courses.assessment.services.attempts import (
    AttemptClosed,
    AttemptRefused,
    StaleAnswer,
    grant_attempt,
    open_seat,
    save_answer,
    start_attempt,
    submit_attempt,
)
from courses.assessment.services.publishing import publish_quiz

__all__ = [
    "AttemptClosed",
    "AttemptRefused",
    "StaleAnswer",
    "grant_attempt",
    "open_seat",
    "publish_quiz",
    "save_answer",
    "start_attempt",
    "submit_attempt",
]
