"""A learner's pages. Each view asks the queries for what is theirs and shows it."""

from courses.learning.views.activities import activity, begin
from courses.learning.views.courses import course, enrol, my_courses, resume
from courses.learning.views.lessons import answer, tick

__all__ = ["activity", "answer", "begin", "course", "enrol", "my_courses", "resume", "tick"]
