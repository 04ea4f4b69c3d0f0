from datetime import UTC, datetime, timedelta

import pytest

from courses.cohorts.engine.attention import Need, Standing, need

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def days_ago(days):
    return NOW - timedelta(days=days)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(has_joined=False), Need.NOT_JOINED),
        (Standing(has_joined=True), Need.NOT_STARTED),
        (Standing(has_joined=True, last_activity_at=days_ago(6.9)), Need.ON_COURSE),
        (Standing(has_joined=True, last_activity_at=days_ago(7)), Need.IDLE),
        (Standing(has_joined=True, last_activity_at=days_ago(1), tries=(False,)), Need.ON_COURSE),
        (Standing(has_joined=True, last_activity_at=days_ago(1), tries=(False, False)), Need.FAILED_TWICE),
        (Standing(has_joined=True, last_activity_at=days_ago(1), tries=(False, False, True)), Need.ON_COURSE),
        (Standing(has_joined=True, last_activity_at=days_ago(30), is_finished=True), Need.FINISHED),
    ],
)
def test_who_needs_the_trainer(standing, expected):
    assert need(standing, at=NOW) is expected


def test_those_on_course_or_finished_are_no_exceptions():
    assert [each for each in Need if not each.is_exception] == [Need.ON_COURSE, Need.FINISHED]
