"""The tests of the library as they stand on a new site, and tries that were sat in the past."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from courses.assessment import services
from courses.assessment.engine.kinds import Given
from courses.assessment.engine.standing import Standing
from courses.assessment.models import Attempt, QuizSeat, QuizVersion
from portal.law.api import provisions
from simulations.agreements.api import resolve_tokens


def build_quiz(course: Mapping[str, Any]) -> QuizVersion:
    """The final test of a course document. It names lessons by key; a result leads to activities, which have uuids."""
    test = course["test"]
    lessons = {lesson["key"]: lesson["uuid"] for module in course["modules"] for lesson in module["lessons"]}
    questions = [question | {"lesson": lessons[question["lesson"]]} for question in test["questions"]]
    laws = provisions({key for question in questions for key in question["law"]}, "en")
    return services.publish_quiz(
        test | {"questions": questions},
        resolve=resolve_tokens,
        mark_of=lambda key: laws[key].mark if key in laws else "assumption",
    )


def sit(seat: QuizSeat, *, share: float, at: datetime) -> Attempt:
    """One try, begun half an hour before `at`, in which that share of what counts is answered right."""
    attempt = services.start_attempt(seat_id=seat.pk, locale="en", at=at - timedelta(minutes=30))
    responses = list(attempt.responses.select_related("question_version"))
    counted = [each for each in responses if each.question_version.standing is Standing.COUNTS]
    right = {each.pk for each in counted[: round(share * len(counted))]}
    for response in responses:
        answer = _right if response.pk in right else _wrong
        services.save_answer(
            attempt_id=attempt.pk,
            position=response.position,
            given=answer(response.question_version.body),
            revision=0,
            client_uuid=attempt.uuid,
            at=at,
        )
    return services.submit_attempt(attempt_id=attempt.pk, at=at)


def _right(body: Mapping[str, Any]) -> Given:
    key = body["key"]
    if body["type"] == "ordering":
        return {each: place for place, each in enumerate(key, start=1)}
    return key[0] if body["type"] in {"single", "true_false"} else key


def _wrong(body: Mapping[str, Any]) -> Given:
    """What somebody might take for right: another option, or everything the wrong way round."""
    parts, key = body["parts"], body["key"]
    if body["type"] == "ordering":
        return {each: place for place, each in enumerate(reversed(key), start=1)}
    if body["type"] == "matching":
        return {left: next(right for right in parts["right"] if right != key[left]) for left in key}
    other = [option for option in parts["options"] if option not in key]
    return other if body["type"] == "multiple" else other[0]
