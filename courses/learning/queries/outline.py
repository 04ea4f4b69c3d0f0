"""A course as one person sees it: structure, words and standing put together."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from courses.learning.engine.progress import Position, State
from courses.learning.models import Enrolment
from courses.learning.queries.enrolments import enrolment_in
from courses.syllabus import queries as syllabus
from courses.syllabus.engine.structure import Activity
from courses.syllabus.engine.words import CourseWords, Label
from courses.syllabus.models import Course
from courses.syllabus.queries import News, Outline


@dataclass(frozen=True)
class Row:
    activity: Activity
    label: Label
    number: int | None
    state: State | None
    is_here: bool


@dataclass(frozen=True)
class Section:
    title: Label | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CourseView:
    course: Course
    words: CourseWords
    position: Position
    sections: tuple[Section, ...]
    enrolment: Enrolment | None
    published: News | None

    @property
    def news(self) -> News | None:
        """Of a change that came while this person was in the middle of it, until they finish or open another step."""
        seen = self.enrolment.last_activity_at if self.enrolment and not self.enrolment.is_completed else None
        return self.published if self.published and seen and seen < self.published.since else None

    @property
    def lesson_count(self) -> int:
        return len(self.position.structure.lessons)

    @property
    def minutes(self) -> int:
        return sum(activity.minutes for activity in self.position.structure if activity.required)

    def row(self, uuid: UUID) -> Row | None:
        return next((row for section in self.sections for row in section.rows if row.activity.uuid == uuid), None)

    @property
    def next_row(self) -> Row | None:
        following = self.position.next
        return self.row(following.uuid) if following else None


def course_view(code: str, user: Any, locale: str) -> CourseView | None:
    """None where there is nothing to see: an unknown code, or a course off the shelf for somebody not enrolled."""
    from_enrolment = enrolment_in(user, code)
    if from_enrolment:
        return view_of(from_enrolment, locale)
    course = syllabus.listed_courses().filter(code=code).first()
    if course is None or course.current_id is None:
        return None
    outline = syllabus.outline(course, course.current_id, locale)
    return _put_together(course, outline, Position(outline.structure, frozenset()), None)


def view_of(enrolment: Enrolment, locale: str) -> CourseView:
    outline = syllabus.outline(enrolment.course, enrolment.syllabus_id, locale)
    done = frozenset(enrolment.completions.values_list("activity__uuid", flat=True))
    kept = enrolment.next_activity
    return _put_together(enrolment.course, outline, Position(outline.structure, done, kept), enrolment)


def _put_together(course: Course, outline: Outline, position: Position, enrolment: Enrolment | None) -> CourseView:
    started = enrolment is not None and enrolment.last_activity_at is not None
    numbers = {lesson.uuid: n for n, lesson in enumerate(outline.structure.lessons, 1)}
    upcoming = position.next
    sections = tuple(
        Section(
            outline.words.modules.get(str(module.key)),
            tuple(
                Row(
                    activity,
                    outline.words.activity(activity.uuid),
                    numbers.get(activity.uuid),
                    _state(position, activity, started) if enrolment else None,
                    enrolment is not None and upcoming is not None and upcoming.uuid == activity.uuid,
                )
                for activity in module.activities
            ),
        )
        for module in outline.structure.modules
    )
    return CourseView(course, outline.words, position, sections, enrolment, outline.news)


def _state(position: Position, activity: Activity, started: bool) -> State:
    state = position.state_of(activity)
    return "not_started" if state == "progress" and not started else state
