"""Conditions: each atom true and false, how they join, and how they read."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from simulations.engine.conditions import (
    ActDone,
    All,
    AnyOf,
    CountDone,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InputDate,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    NoneOf,
    atoms,
    holds,
)
from simulations.engine.evolve import replay
from simulations.engine.run import begin
from simulations.engine.sentences import sentence
from tests.simulations.engine.playing import easter_clock

SCENARIO = easter_clock()
START = replay(begin(SCENARIO))
NOW = replace(
    START,
    now=datetime.fromisoformat("2026-04-08T10:00"),
    documents={"form": "read", "passport_copy": "inspected", "record_one": "here"},
    done={"check_form": (START.now,), "search_register": (START.now, START.now)},
)
YES, NO = All(()), AnyOf(())


def one(*values):
    return frozenset(values)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (FactIs("reply", one("none", "agreed")), True),
        (FactIs("reply", one("agreed")), False),
        (ActDone("check_form"), True),
        (ActDone("check_form", 2), False),
        (ActDone("search_register", 2), True),
        (ActDone("close_file"), False),
        (CountDone(("check_form", "search_register", "close_file"), 2), True),
        (CountDone(("check_form", "close_file"), 2), False),
        (DocumentIs("form", "here"), True),
        (DocumentIs("form", "read"), True),
        (DocumentIs("form", "inspected"), False),
        (DocumentIs("record_one", "read"), False),
        (DocumentIs("record_two", "here"), False),
        (DeadlineIs("reply", one("running")), True),
        (DeadlineIs("reply", one("extended")), False),
        (DeadlineIs("transfer", one("not_started")), True),
        (DeadlineIs("transfer", one("running")), False),
        (DaysLeft("reply", 3), True),
        (DaysLeft("reply", 2), False),
        (DaysLeft("transfer", 99), False),
        (DateFrom(date(2026, 4, 8)), True),
        (DateFrom(date(2026, 4, 9)), False),
        (DateUntil(date(2026, 4, 8)), True),
        (DateUntil(date(2026, 4, 7)), False),
    ],
)
def test_each_atom_over_a_state(condition, expected):
    assert holds(condition, SCENARIO, NOW) is expected


INPUTS = {
    "reason": "holiday",
    "data": ["name", "birth_date"],
    "due": "2026-04-13",
    "day": "2026-05-01",
    "findings": {"surname": "same"},
    "words": {"words": 4, "digest": ""},
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (InputIs("reason", one("holiday")), True),
        (InputIs("reason", one("none")), False),
        (InputIs("nothing", one("none")), False),
        (InputIs("findings.surname", one("same")), True),
        (InputIs("findings.birth_date", one("same")), False),
        (InputHas("data", one("name", "spouse_children")), True),
        (InputHas("data", one("name", "spouse_children"), 2), False),
        (InputHas("reason", one("holiday")), False),
        (InputGiven("words"), True),
        (InputGiven("nothing"), False),
        (InputDate("due", "reply", "within_readings"), True),
        (InputDate("due", "reply", "in_time"), False),
        (InputDate("due", "reply", "too_late"), False),
        (InputDate("due", "reply", "working_days"), False),
        (InputDate("day", "reply", "too_late"), True),
        (InputDate("day", "transfer", "too_late"), False),
        (InputDate("day", "", "not_ahead"), False),
        (InputOpen("day", "RS"), False),
        (InputOpen("due", "DE"), True),
        (InputOpen("nothing", "DE"), False),
    ],
)
def test_each_atom_over_the_inputs(condition, expected):
    assert holds(condition, SCENARIO, NOW, INPUTS) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (All((YES, YES)), True),
        (All((YES, NO)), False),
        (AnyOf((NO, YES)), True),
        (AnyOf((NO, NO)), False),
        (NoneOf((NO, NO)), True),
        (NoneOf((NO, YES)), False),
        (All(()), True),
        (AnyOf(()), False),
        (NoneOf(()), True),
    ],
)
def test_all_any_and_none(condition, expected):
    assert holds(condition, SCENARIO, NOW) is expected


def test_the_atoms_of_a_condition_in_reading_order():
    first, second, third = FactIs("reply", one("none")), ActDone("check_form"), DateFrom(date(2026, 4, 8))
    assert list(atoms(All((first, NoneOf((second, AnyOf((third,)))))))) == [first, second, third]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (All(()), "always"),
        (FactIs("reply", one("agreed", "refused")), "The reply is agreed or refused"),
        (
            All((ActDone("check_form"), NoneOf((FactIs("deemed", one("yes")),)))),
            "“Check the application form” was done and (none of this: Agreement by silence is yes)",
        ),
        (ActDone("search_register", 2), "“Search the civil register” was done 2 times"),
        (DocumentIs("form", "read"), "“Application form” is read"),
        (DeadlineIs("reply", one("contested")), "the clock “Reply to the request” is contested"),
        (DaysLeft("reply", 2), "at most 2 days are left of “Reply to the request”"),
        (InputDate("due", "reply", "within_readings"), "the date “due” is on a reading of reply"),
        (InputDate("day", "", "not_ahead"), "the date “day” is today or before"),
        (InputOpen("day", "RS"), "the date “day” is an open day in RS"),
        (InputHas("data", one("name")), "at least 1 of name was ticked in “data”"),
        (InputGiven("words"), "“words” was filled in"),
        (DateUntil(date(2026, 4, 7)), "it is 2026-04-07 or earlier"),
        (DateFrom(date(2026, 4, 7)), "it is 2026-04-07 or later"),
    ],
)
def test_a_condition_reads_as_a_sentence(condition, expected):
    assert sentence(SCENARIO, condition) == expected
