"""People and activities in one table: a column for each step of the course as it is now."""

from dataclasses import dataclass
from uuid import UUID

from courses.cohorts.queries.boards import Board, Member
from courses.learning.models import Completion
from courses.syllabus import queries as syllabus
from courses.syllabus.engine.structure import Activity


@dataclass(frozen=True)
class Row:
    """A cell is `done`, `prog` (in progress), `twice` (failed twice) or `none`."""

    member: Member
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Head:
    title: str
    counts: bool


@dataclass(frozen=True)
class Matrix:
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]


def matrix_of(board: Board, *, locale: str) -> Matrix:
    course = board.cohort.course
    outline = syllabus.outline(course, course.current_id or 0, locale)
    activities = tuple(outline.structure)
    done = _completions(board)
    rows = tuple(
        Row(member, tuple(_cell(member, activity, done) for activity in activities)) for member in board.members
    )
    return Matrix(
        heads=tuple(Head(outline.words.activity(each.uuid).title, each.required) for each in activities),
        rows=rows,
        totals=tuple(sum(row.cells[place] == "done" for row in rows) for place in range(len(activities))),
    )


def _completions(board: Board) -> set[tuple[int, UUID]]:
    enrolments = [member.enrolment.pk for member in board.members if member.enrolment]
    rows = Completion.objects.filter(enrolment__in=enrolments)
    return set(rows.values_list("enrolment_id", "activity__uuid"))


def _cell(member: Member, activity: Activity, done: set[tuple[int, UUID]]) -> str:
    enrolment = member.enrolment
    if enrolment is None:
        return "none"
    if (enrolment.pk, activity.uuid) in done:
        return "done"
    if activity.kind == "quiz" and member.tries:
        return "twice" if len(member.tries) > 1 else "prog"
    is_here = enrolment.next_activity == activity.uuid and enrolment.last_activity_at is not None
    return "prog" if is_here else "none"
