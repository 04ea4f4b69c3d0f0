"""What is wrong with a cast or a placeholder is said with its place."""

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from tests.simulations.engine.dressing import source


def problems(case):
    with pytest.raises(ScenarioInvalid) as invalid:
        load(case, reference(), key="broken")
    return [(problem.code, problem.where.split(" ")[0]) for problem in invalid.value.problems]


def with_line(words):
    case = source()
    case["summary"] = words
    return case


def with_cast(**members):
    case = source()
    case["cast"] = {**case["cast"], **members}
    return case


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("About {nobody.full}.", "unknown_placeholder"),
        ("About {man.shoes}.", "unknown_placeholder"),
        ("About {man.full.shouted}.", "unknown_placeholder"),
        ("About {passport.number.cyr}.", "unknown_placeholder"),
        ("About {guest.number.off.off.words}.", "unknown_placeholder"),
        ("About {man}.", "not_a_placeholder"),
        ("About {man.Full}.", "not_a_placeholder"),
        ("About {neighbour.birth.swapped}.", "not_swappable"),
    ],
)
def test_a_placeholder_that_means_nothing_is_named_with_its_place(words, code):
    assert problems(with_line(words)) == [(code, "summary")]


def test_a_placeholder_in_a_case_without_a_cast_is_a_problem():
    case = source()
    del case["cast"]
    assert ("no_cast", "people.person.name") in problems(case)


PERSON = {"kind": "person", "sex": "m", "script": "sr", "born": {"from": 1980, "to": 1990}}


@pytest.mark.parametrize(
    ("member", "code", "where"),
    [
        ({**PERSON, "script": "xx"}, "not_offered", "cast.new.script"),
        ({**PERSON, "born": {"from": 1990, "to": 1980}}, "span", "cast.new.born"),
        ({**PERSON, "born": {"from": "2026-01-20", "to": "2026-01-22", "day_at_most": 3}}, "no_day", "cast.new.born"),
        ({**PERSON, "number": "1234567890###"}, "number_looks_real", "cast.new.number"),
        ({**PERSON, "number": "JMBG-FIKT-0001"}, "number_never_changes", "cast.new.number"),
        ({**PERSON, "default": {"number": "0408987710017"}}, "number_looks_real", "cast.new.default.number"),
        ({**PERSON, "default": {"birth": "1979-12-31"}}, "default_outside", "cast.new.default.birth"),
        ({**PERSON, "child_of": "man"}, "parent_age", "cast.new.born"),
        ({**PERSON, "child_of": "passport"}, "unknown_cast", "cast.new.child_of"),
        ({**PERSON, "child_of": "man", "family": "man"}, "two_families", "cast.new"),
        ({**PERSON, "hat": "green"}, "unknown_key", "cast.new.hat"),
        ({"kind": "paper", "is": "expired", "issued": {"from": 2020, "to": 2021}}, "paper_life", "cast.new"),
        ({"kind": "paper", "of": "girl", "is": "expired", "years": 10}, "issued_before_birth", "cast.new"),
        ({"kind": "ship"}, "not_offered", "cast.new.kind"),
    ],
)
def test_a_member_that_cannot_be_drawn_is_named_with_its_place(member, code, where):
    assert (code, where) in problems(with_cast(new=member))


def test_a_date_of_a_zone_must_be_a_date_once_it_is_filled():
    case = source()
    case["documents"]["passport"]["mrz"] = {**case["documents"]["passport"]["mrz"], "born": "{man.birth.words}"}
    assert problems(case) == [("wrong_type", "documents.passport.mrz.born")]


def test_a_default_may_be_written_in_cyrillic():
    case = source()
    case["cast"]["man"] = {**case["cast"]["man"], "default": {"given": "Ђорђе", "surname": "Вежбановић"}}
    assert load(case, reference(), key="x").people["person"].name.say() == "Đorđe Vežbanović"
