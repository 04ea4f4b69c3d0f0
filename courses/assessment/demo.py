"""The tests of the library as they stand on a new site."""

from collections.abc import Mapping
from typing import Any

from courses.assessment import services
from courses.assessment.models import QuizVersion
from portal.law.api import provisions
from simulations.agreements.api import resolve_tokens


def build_quiz(course: Mapping[str, Any]) -> QuizVersion:
    """The final test of a course document; its questions name lessons by key, a result links to activities."""
    lessons = {lesson["key"]: lesson["uuid"] for module in course["modules"] for lesson in module["lessons"]}
    test = course["test"]
    questions = [question | {"lesson": lessons.get(question.get("lesson", ""), "")} for question in test["questions"]]
    laws = provisions({key for question in questions for key in question["law"]}, "en")
    return services.publish_quiz(
        test | {"questions": questions},
        resolve=resolve_tokens,
        mark_of=lambda key: laws[key].mark if key in laws else "assumption",
    )
