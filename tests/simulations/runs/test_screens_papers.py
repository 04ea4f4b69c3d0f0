"""Papers of a case as pages: who issued them, what can be pointed at, and what is said of what is drawn."""

from dataclasses import replace

import pytest

from simulations.engine.cast.wardrobe import dress
from simulations.engine.scenario import Person
from simulations.engine.text import Text
from simulations.runs.screens.papers import page_of
from tests.simulations.engine.dressing import dressable, identity

GERMANY = Person("germany", Text({"en": "Requesting authority"}))


def form(**changes):
    return replace(dressable().documents["form"], **changes)


def spot(page, key):
    return next(item.value for item in page.spots if item.key == key)


def test_the_stamp_carries_the_office_that_sent_the_paper_or_the_one_that_issued_it():
    assert (
        spot(page_of(form(), GERMANY, "here"), "stamp") == "in ink, with the words UTOPIA · REQUESTING AUTHORITY · UTO"
    )
    registry = form(issuer=Text({"en": "Civil registry"}))
    assert spot(page_of(registry, GERMANY, "here"), "stamp") == "in ink, with the words UTOPIA · CIVIL REGISTRY · UTO"


def test_somebody_drawn_for_the_run_has_no_office_and_no_stamp_of_that_name():
    man = dress(dressable(), identity("7f3a")).people["person"]
    assert spot(page_of(form(), man, "here"), "stamp") == "in ink, with the words UTOPIA · UTO"


@pytest.mark.parametrize(
    ("odd", "place", "said"),
    [
        ({"stamp": ("missing",)}, "stamp", "none where one belongs"),
        ({"stamp": ("stamp",)}, "stamp", "in ink, with the words UTOPLA · REQUESTING AUTHORITY · UTO"),
        ({"portrait": ("altered",)}, "portrait", "an outline on a second sheet that lies crooked in its frame"),
        ({"portrait": ("missing",)}, "portrait", "an empty frame"),
        ({}, "portrait", "an outline without a face"),
    ],
)
def test_what_can_be_seen_of_a_stamp_and_a_portrait_is_said_in_words(odd, place, said):
    page = page_of(form(kind="travel_document", odd=odd), GERMANY, "here")
    assert spot(page, place) == said


def test_the_places_of_a_passport_are_its_fields_its_portrait_and_its_two_lines():
    page = page_of(dressable().documents["passport"], GERMANY, "here")
    assert [key for key, _ in page.places] == ["born", "portrait", "mrz1", "mrz2"]
    assert [label for _, label in page.places][2:] == ["Machine readable zone, line 1", "Machine readable zone, line 2"]
    assert spot(page, "mrz2") == "ZZ00004178UTO8708047M2601113TRAINING<<<<<<68"
    assert page.zone[0].name == "Passport number"


def test_what_is_true_of_a_paper_is_on_no_page():
    false = replace(form().fields[0], shown="08.04.1987", true="04.08.1987", odd=("swapped",))
    page = page_of(form(fields=(false,)), GERMANY, "here")
    assert "04.08.1987" not in f"{page.drawing}{page.spots}{page.lines}{page.paragraphs}"
    assert "swapped" not in str(page.drawing)
