"""The same case under another agreement: everything swapped by name, and what is missing is named with its line."""

import pytest

from simulations.agreements.api import on_pack, reference
from simulations.engine.check.report import check_file
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import Source, read
from simulations.scenarios.engine import library

EASTER = read(library.path_of("easter_clock").read_bytes())


def found(source: Source, to: str) -> list[tuple[str, str]]:
    return [(item.code, item.where.partition(" ")[0]) for item in on_pack(source, to).problems]


def test_a_case_on_its_own_agreement_is_the_same_case():
    moved = on_pack(EASTER, "eu-serbia")
    assert (moved.source.value, moved.source.lines, moved.problems) == (EASTER.value, EASTER.lines, ())


def test_sides_calendars_pack_and_values_are_swapped_by_name():
    moved = on_pack(EASTER, "eu-montenegro").source
    case = load(moved, reference(), key="moved")
    assert (case.pack, case.requested, case.requesting) == ("eu-montenegro", "ME", "DE")
    assert (set(case.calendars), case.office.calendar) == ({"ME", "DE"}, "ME")
    reply = case.deadlines["reply"]
    assert (reply.value, reply.extension, reply.requested) == (
        "eu-montenegro.reply",
        "eu-montenegro.extension",
        "ME",
    )
    assert case.values["eu-montenegro.reply"].number == 12
    assert "12 calendar days" in reply.text.say()


def test_the_source_is_left_as_it_was():
    before = repr(EASTER.value)
    on_pack(EASTER, "kosovo-austria")
    assert repr(EASTER.value) == before


def test_the_one_who_asks_changes_where_the_agreement_has_another():
    moved = on_pack(EASTER, "kosovo-austria").source.value
    assert (moved["requested"], moved["requesting"], moved["calendars"]) == ("XK", "AT", ["XK", "AT"])
    assert list(moved["jurisdictions"]) == ["XK", "AT"]


def test_what_the_other_agreement_lacks_is_named_at_every_place():
    assert ("no_length", "deadlines.reply.extension") in found(EASTER, "eu-albania")
    assert ("no_length", "deadlines.travel_document.value") in found(EASTER, "eu-albania")
    assert ("pack_lacks", "acts.ask_more_time.cites[1]") in found(EASTER, "eu-albania")


def test_a_problem_keeps_the_line_of_the_authors_file():
    problem = next(item for item in on_pack(EASTER, "eu-albania").problems if item.code == "no_length")
    line = EASTER.lines[("deadlines", "reply", "extension")]
    assert problem.where == f"deadlines.reply.extension (line {line})"
    assert problem.message == "eu-albania.extension has no length a clock could run on: no extension known"


def test_words_that_still_name_the_old_side_are_counted_and_refuse_nothing():
    last = on_pack(EASTER, "eu-montenegro").problems[-1]
    assert (last.code, last.refuses) == ("names_old_side", False)
    assert last.message.endswith("texts still name Serbia, though the side is ME now")


def test_the_moved_case_is_checked_again_with_the_dates_of_the_other_agreement():
    """Easter clock asks for dates of ten days; under twelve the author's own ways no longer hold."""
    report = check_file(on_pack(EASTER, "eu-montenegro").source, reference(), key="moved")
    assert report.logic_hash != check_file(EASTER, reference(), key="easter_clock").logic_hash


@pytest.mark.parametrize("to", ["eu-atlantis", "", "principles", "\0", "return-law"])
def test_a_case_cannot_be_moved_to_what_is_no_agreement(to):
    assert found(EASTER, to) == [("unknown_pack", "pack")]


@pytest.mark.parametrize("value", [{}, [], "words", {"pack": "eu-atlantis"}, {"pack": ["eu-serbia"]}, {"pack": 7}])
def test_a_file_that_is_no_case_is_moved_nowhere(value):
    assert found(Source(value, {}), "eu-albania") == [("unknown_pack", "pack")]


@pytest.mark.parametrize("key", library.keys())
@pytest.mark.parametrize("to", ["eu-albania", "eu-bih", "eu-montenegro", "eu-serbia", "switzerland-bih"])
def test_every_case_can_be_asked_about_every_agreement(key, to):
    """It loads, or every reason is named: a value without a length stops the loader, and was named before."""
    moved = on_pack(read(library.path_of(key).read_bytes()), to)
    try:
        load(moved.source, reference(), key=key)
    except ScenarioInvalid as invalid:
        stopped = {item.where for item in invalid.problems}
        assert stopped <= {item.where for item in moved.problems}


def test_what_the_other_agreement_lacks_stays_cited_from_the_old_one_so_that_the_rest_is_checked():
    source = read(library.path_of("born_in_graz").read_bytes())
    moved = on_pack(source, "eu-albania")
    assert (source.value["also"], moved.source.value["also"]) == (["principles"], ["principles", "eu-bih"])
    assert load(moved.source, reference(), key="born_in_graz").pack == "eu-albania"
