"""What helps after failures, from scores alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.competencies.engine.advice import Advice, advice

scores = st.lists(st.floats(0, 1), max_size=6)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([], Advice.NONE),
        ([0.2], Advice.NONE),
        ([0.2, 0.49], Advice.LESSON),
        ([0.9, 0.2, 0.3], Advice.LESSON),
        ([0.2, 0.3, 0.1], Advice.VARIANT),
        ([0.2, 0.3, 0.5], Advice.NONE),
        ([0.2, 0.8, 0.3], Advice.NONE),
    ],
)
def test_two_failures_in_a_row_lead_to_the_lesson_and_a_third_to_another_case(shown, expected):
    assert advice(shown) is expected


@given(scores)
def test_a_success_closes_the_row(shown):
    assert advice([*shown, 0.5]) is Advice.NONE


@given(scores)
def test_what_came_before_a_success_counts_no_more(shown):
    assert advice([*shown, 1.0, 0.0, 0.0]) is Advice.LESSON
