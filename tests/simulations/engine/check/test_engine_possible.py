"""Can a condition be true at all, when can each thing first be, and what is certain never to happen?"""

from datetime import date, datetime

import pytest

from simulations.engine.check.certain import known
from simulations.engine.check.possible import always_holds, can_hold, implies
from simulations.engine.check.worlds import World
from simulations.engine.conditions import (
    ActDone,
    All,
    AnyOf,
    CountDone,
    DateFrom,
    DateUntil,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InputDate,
    InputGiven,
    InputHas,
    InputIs,
    NoneOf,
)
from tests.simulations.engine.playing import easter_clock
from tests.simulations.engine.tiny import tiny

PAGE = frozenset({"page"})


def at(text):
    return datetime.fromisoformat(text)


def fact(*values):
    return FactIs("reply", frozenset(values))


def here(act=None):
    scenario = easter_clock()
    return World(scenario, (scenario.acts[act],) if act else ())


@pytest.mark.parametrize(
    "condition",
    [
        All((fact("agreed"), fact("refused"))),
        All((fact("agreed"), NoneOf((fact("agreed", "none"),)))),
        All((ActDone("close_file", 2),)),
        All((CountDone(("close_file", "reply_agreed"), 2), NoneOf((ActDone("close_file"),)))),
        All((DocumentIs("passport_copy", "inspected"), NoneOf((DocumentIs("passport_copy", "read"),)))),
        NoneOf((DocumentIs("form", "here"),)),
        All((DateFrom(date(2026, 4, 10)), DateUntil(date(2026, 4, 9)))),
        DateFrom(date(2027, 1, 1)),
        DeadlineIs("reply", frozenset({"not_started"})),
        All((DeadlineIs("reply", frozenset({"running"})), DeadlineIs("reply", frozenset({"expired"})))),
    ],
)
def test_what_can_never_be_true(condition):
    assert not can_hold(here(), condition)


@pytest.mark.parametrize(
    ("act", "condition"),
    [
        ("reply_refused", NoneOf((InputIs("reason", frozenset({"dates", "not_found", "expired", "none"})),))),
        ("reply_refused", NoneOf((InputGiven("reason"),))),
        (
            "check_form",
            All((InputHas("findings", frozenset({"page", "place"}), 2), NoneOf((InputHas("findings", PAGE),)))),
        ),
        ("work_out_deadline", All((InputDate("due", "reply", "in_time"), InputDate("due", "reply", "too_late")))),
    ],
)
def test_answers_that_no_desk_takes(act, condition):
    assert not can_hold(here(act), condition)


def test_two_ticks_imply_one_and_not_the_other_way():
    two, one = (InputHas("findings", frozenset(items), len(items)) for items in (("page", "place"), ("page",)))
    assert implies(here("check_form"), two, one)
    assert not implies(here("check_form"), one, two)


def test_what_always_holds():
    assert always_holds(here(), AnyOf((fact("agreed"), NoneOf((fact("agreed"),)))))
    assert not always_holds(here(), fact("agreed"))


def test_a_search_that_is_too_wide_claims_nothing():
    scenario = easter_clock()
    acts = [ActDone(key) for key in scenario.acts]
    odd = AnyOf(tuple(All((one, NoneOf((two,)))) for one in acts for two in acts))
    assert can_hold(World(scenario), All((odd, NoneOf((odd,))))) in (True, False)


def test_each_thing_has_its_first_moment():
    first = known(tiny()).first
    assert first.of("message", "copy") == at("2026-04-07T09:02")
    assert first.of("act", "inspect") == at("2026-04-07T09:02")
    assert first.of("fact", "deemed", "yes") == at("2026-04-15T00:00")


def test_what_the_calendar_excludes_is_out_of_reach():
    found = known(easter_clock())
    assert "expired" not in found.reach.statuses["transfer"]
    assert "expired" in found.reach.statuses["reply"]
    early = All((DocumentIs("interview_note", "here"), DateUntil(date(2026, 4, 15))))
    assert not found.can_hold(early)
