"""Where a person stands, told from the structure and what is done."""

from dataclasses import replace
from uuid import UUID

from courses.learning.engine.progress import Position, following
from courses.syllabus.engine.structure import Activity, Module, Structure

ONE, TWO, CASE, EXTRA, TEST = (UUID(int=n) for n in range(1, 6))
STRUCTURE = Structure(
    (
        Module(
            UUID(int=10),
            (
                Activity(ONE, "lesson", "viewed", True, 10),
                Activity(TWO, "lesson", "viewed", True, 15),
                Activity(CASE, "simulation", "passed", False, 25, {"inside": str(TWO)}),
                Activity(EXTRA, "lesson", "viewed", False, 5),
            ),
        ),
        Module(UUID(int=11), (Activity(TEST, "quiz", "passed", True, 20, {"opens_after": "lessons"}),)),
    )
)


def position(*done: UUID, kept: UUID | None = None) -> Position:
    return Position(STRUCTURE, frozenset(done), kept)


def states(standing: Position) -> list[str]:
    return [standing.state_of(activity) for activity in STRUCTURE]


def test_at_first_nothing_is_started_and_the_test_is_closed():
    assert states(position()) == ["not_started", "not_started", "not_started", "not_started", "locked"]


def test_the_place_kept_is_in_progress():
    assert states(position(ONE, kept=TWO)) == ["done", "progress", "not_started", "not_started", "locked"]


def test_the_test_opens_when_the_required_lessons_are_done():
    assert states(position(ONE, TWO)) == ["done", "done", "not_started", "not_started", "not_started"]


def test_continue_leads_to_the_place_kept():
    assert position(kept=TWO).next.uuid == TWO


def test_continue_leads_on_from_what_is_done_and_then_back_to_what_was_left_out():
    assert position(TWO, kept=TWO).next.uuid == ONE


def test_required_steps_come_before_optional_ones():
    assert position(ONE, TWO, kept=TWO).next.uuid == TEST
    assert position(ONE, TWO, TEST, kept=TEST).next.uuid == CASE


def test_when_all_is_done_nothing_comes_next():
    assert position(ONE, TWO, CASE, EXTRA, TEST).next is None
    assert following(STRUCTURE, frozenset({ONE, TWO, CASE, EXTRA}), TWO) == TEST


def test_the_time_left_counts_what_is_required():
    assert position().minutes_left == 45
    assert position(ONE).minutes_left == 35
    assert position(ONE, TWO, TEST).minutes_left == 0


def test_a_case_inside_a_lesson_is_no_stop_of_its_own():
    activities = list(STRUCTURE)
    before, after = position().neighbours(activities[1])
    assert (before.uuid, after.uuid) == (ONE, EXTRA)
    assert position().neighbours(activities[0])[0] is None
    assert position().neighbours(activities[4])[1] is None


def test_a_place_that_is_gone_from_the_course_leads_to_the_first_thing_open():
    assert replace(position(ONE), kept=UUID(int=99)).next.uuid == TWO
