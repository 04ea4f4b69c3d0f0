"""Any agreement, any clock, any day: an answer, or a reason why there is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.agreements import queries
from simulations.agreements.endpoints import written
from simulations.agreements.screens import explainer
from simulations.agreements.words import CLOCKS

AGREEMENTS = {pack.key: pack for pack in queries.agreements()}


@st.composite
def questions(draw) -> explainer.Question:
    pack = AGREEMENTS[draw(st.sampled_from(sorted(AGREEMENTS)))]
    return explainer.Question(
        agreement=pack.key,
        clock=draw(st.sampled_from(sorted(CLOCKS))),
        received=draw(st.dates(date(2025, 12, 1), date(2028, 1, 31)) | st.dates()),
        requested=draw(st.sampled_from(["", *queries.days_of(pack.requested)])),
        requesting=draw(st.sampled_from(["", *pack.requesting])),
    )


@settings(deadline=None, max_examples=80)
@given(questions())
def test_any_question_has_an_answer_or_lies_outside_the_tables(question):
    try:
        found = explainer.answer(question)
    except queries.NoDayTable:
        first, last = queries.covered()
        assert not (first <= question.received and question.received + timedelta(days=400) <= last)
        return
    data = written(found)
    if found.count is None:
        assert data["readings"] == []
        return
    explained = found.count.explained
    assert data["earliest"] <= data["default"] <= data["latest"]
    assert {row.due for row in found.count.readings} == {item.due for item in explained.readings}
    assert (found.earliest.due, found.latest.due) == (explained.earliest, explained.latest)
    drawn = [cell.day for week in found.count.months[0].weeks for cell in week]
    assert len(drawn) % 7 == 0
    assert drawn[0].weekday() == 0
    assert {explained.default, explained.latest} <= set(drawn)
    assert found.count.rows[-1].day >= explained.latest
    assert len(found.tables) == 2


def test_a_short_limit_over_new_year_still_has_a_safe_day():
    explained = explainer.answer(explainer.Question("eu-serbia", "accelerated", date(2026, 12, 31))).count.explained
    assert (explained.in_time_by, explained.has_safe_day) == (date(2027, 1, 4), True)


@pytest.mark.parametrize(
    ("clock", "shown_from"),
    [("reply", date(2026, 4, 2)), ("transfer", date(2026, 6, 10)), ("application", date(2027, 3, 11))],
)
def test_of_a_long_limit_only_the_days_around_its_end_are_drawn(clock, shown_from):
    found = explainer.answer(explainer.Question("eu-serbia", clock, date(2026, 4, 2)))
    assert found.count.rows[0].day == shown_from


def test_earliest_of_equals_is_the_plainest_reading():
    found = explainer.answer(explainer.Question("eu-serbia", "reply_extended", date(2026, 4, 2)))
    assert (found.earliest.receipt, found.earliest.roll_over) == ("counted", "stays where it ends")
