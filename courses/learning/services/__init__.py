"""What changes a learner's record: one verb, one transaction."""

from courses.learning.services.completing import NotInSyllabus, complete_activity
from courses.learning.services.enrolling import CourseNotOpen, enrol
from courses.learning.services.keeping import keep_place
from courses.learning.services.moving import move_unfinished
from courses.learning.services.playing import open_case
from courses.learning.services.practising import answer_practice
from courses.learning.services.reconciling import reconcile

__all__ = [
    "CourseNotOpen",
    "NotInSyllabus",
    "answer_practice",
    "complete_activity",
    "enrol",
    "keep_place",
    "move_unfinished",
    "open_case",
    "reconcile",
]
