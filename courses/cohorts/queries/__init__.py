"""Which cohorts somebody sees, and how their people stand."""

from courses.cohorts.queries.boards import Board, Member, board_of, boards_of
from courses.cohorts.queries.cohorts import cohorts_led_by, cohorts_seen_by, courses_to_teach, people_taught_by
from courses.cohorts.queries.matrix import Matrix, matrix_of
from courses.cohorts.queries.pasted import check_pasted

__all__ = [
    "Board",
    "Matrix",
    "Member",
    "board_of",
    "boards_of",
    "check_pasted",
    "cohorts_led_by",
    "cohorts_seen_by",
    "courses_to_teach",
    "matrix_of",
    "people_taught_by",
]
