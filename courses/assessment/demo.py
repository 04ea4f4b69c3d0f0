"""The tests of the library as they stand on a new site."""

from collections.abc import Mapping
from typing import Any

from courses.assessment import services
from courses.assessment.models import QuizVersion
from portal.law.api import provisions
from simulations.agreements.api import resolve_tokens


def build_quiz(course: Mapping[str, Any]) -> QuizVersion:
    """The final test of a course document."""
    test = course["test"]
    laws = provisions({key for question in test["questions"] for key in question["law"]}, "en")
    return services.publish_quiz(
        test,
        resolve=resolve_tokens,
        mark_of=lambda key: laws[key].mark if key in laws else "assumption",
    )
