"""The only gate to a learner's rows: whoever asks gets what is theirs, or nothing."""

from courses.learning.queries.enrolments import Progress, enrolment_in, enrolments_of, progress_of
from courses.learning.queries.lesson import LessonView, has_left, lesson_view
from courses.learning.queries.mine import MyCourse, course_titles, my_courses, next_course
from courses.learning.queries.missed import missed_passes
from courses.learning.queries.outline import CourseView, Row, Section, course_view, view_of
from courses.learning.queries.resources import lessons_teaching
from courses.learning.queries.surroundings import Reward, register_reward, reward_of, surroundings_of_test

__all__ = [
    "CourseView",
    "LessonView",
    "MyCourse",
    "Progress",
    "Reward",
    "Row",
    "Section",
    "course_titles",
    "course_view",
    "enrolment_in",
    "enrolments_of",
    "has_left",
    "lesson_view",
    "lessons_teaching",
    "missed_passes",
    "my_courses",
    "next_course",
    "progress_of",
    "register_reward",
    "reward_of",
    "surroundings_of_test",
    "view_of",
]
