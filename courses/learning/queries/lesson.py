"""A lesson as delivered: read from its edition, never from a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from courses.learning.engine import practice
from courses.learning.models import Enrolment
from courses.learning.queries.outline import CourseView, Row, view_of
from courses.syllabus import queries as syllabus


@dataclass(frozen=True)
class LessonView:
    course: CourseView
    row: Row
    before: Row | None
    after: Row | None
    parts: tuple[Mapping[str, Any], ...]
    locale: str
    machine_drafted: bool

    @property
    def questions(self) -> dict[UUID, Mapping[str, Any]]:
        return {UUID(part["uuid"]): part for part in self.parts if part["kind"] == "question"}


def lesson_view(enrolment: Enrolment, activity_uuid: UUID, locale: str) -> LessonView | None:
    """None where the activity is no lesson of the version this person is enrolled in."""
    course = view_of(enrolment, locale)
    row = course.row(activity_uuid)
    if row is None or row.activity.kind != "lesson":
        return None
    lesson = syllabus.lesson(enrolment.course, enrolment.syllabus_id, activity_uuid, locale)
    before, after = course.position.neighbours(row.activity)
    return LessonView(
        course,
        row,
        course.row(before.uuid) if before else None,
        course.row(after.uuid) if after else None,
        _with_answers(lesson.parts, enrolment, activity_uuid),
        lesson.locale,
        lesson.machine_drafted,
    )


def has_left(enrolment: Enrolment, activity_uuid: UUID) -> bool:
    """For an activity that the version of this enrolment does not have: another version of the course had it."""
    return syllabus.was_part_of(enrolment.course, activity_uuid)


def _with_answers(
    parts: tuple[Mapping[str, Any], ...], enrolment: Enrolment, activity_uuid: UUID
) -> tuple[Mapping[str, Any], ...]:
    if not any(part["kind"] == "question" for part in parts):
        return parts
    rows = enrolment.practice_answers.filter(activity_uuid=activity_uuid)
    answers = {str(uuid): tuple(answer) for uuid, answer in rows.values_list("question_uuid", "answer")}
    return tuple(_answered(part, answers) if part["kind"] == "question" else part for part in parts)


def _answered(part: Mapping[str, Any], answers: Mapping[str, tuple[str, ...]]) -> Mapping[str, Any]:
    given = answers.get(part["uuid"], ())
    try:
        chosen = practice.check(part, given)
    except practice.AnswerNotOffered:
        # Not answered yet, or answered when the question still had other options.
        return dict(part) | {"chosen": ()} | _shown(part, ())
    return dict(part) | {"chosen": chosen} | _shown(part, chosen) | {"result": practice.feedback(part, chosen)}


def _shown(part: Mapping[str, Any], chosen: tuple[str, ...]) -> dict[str, Any]:
    if practice.is_rows(part):
        return {"places": [_place(row, part, chosen) for row in part["rows"]]}
    return {"choices": [_choice(option, part, chosen) for option in part["options"]]}


def _choice(option: Mapping[str, str], part: Mapping[str, Any], chosen: tuple[str, ...]) -> dict[str, Any]:
    key = option["id"]
    is_chosen, is_right = key in chosen, key in part["correct"]
    mark = "" if not chosen else "right" if is_right else "mine" if is_chosen else ""
    return {"value": key, "label": option["text"], "is_chosen": is_chosen, "mark": mark}


def _place(row: Mapping[str, str], part: Mapping[str, Any], chosen: tuple[str, ...]) -> dict[str, Any]:
    right = part["correct"][row["id"]]
    options = [{**target, "is_chosen": practice.pair(row["id"], target["id"]) in chosen} for target in part["targets"]]
    return {
        "id": row["id"],
        "label": row["text"],
        "options": options,
        "is_right": practice.pair(row["id"], right) in chosen,
        "right": next((target["text"] for target in part["targets"] if target["id"] == right), ""),
    }
