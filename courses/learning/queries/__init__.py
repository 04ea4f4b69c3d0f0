"""The only gate to a learner's rows: whoever asks gets what is theirs, or nothing."""

from courses.learning.queries.enrolments import enrolment_in, enrolments_of, progress_of
from courses.learning.queries.lesson import LessonView, lesson_view
from courses.learning.queries.outline import CourseView, Row, Section, course_view, view_of

__all__ = [
    "CourseView",
    "LessonView",
    "Row",
    "Section",
    "course_view",
    "enrolment_in",
    "enrolments_of",
    "lesson_view",
    "progress_of",
    "view_of",
]
