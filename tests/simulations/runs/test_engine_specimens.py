"""Invented papers: every kind says that it is a specimen, shows all it holds, and can be pointed at."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from simulations.engine.mrz import Zone
from simulations.runs.engine import specimens
from simulations.runs.engine.specimens import Line, Paper, Words, setting

PLACES = {"portrait": "Portrait", "stamp": "Stamp", "mrz1": "Line 1", "mrz2": "Line 2", "mrz3": "Line 3"}
WORDS = Words("A <paper>", "Drawn", "UTOPIA", "PAPER", "no portrait", places=PLACES)
LINES = (
    Line("surname", "1", "Surname", "VEŽBANOVIĆ / ВЕЖБАНОВИЋ"),
    Line("birth", "2", "Date of birth", "04 AUG 1987"),
    Line("from", "3", "From", "Stockholm"),
    Line("to", "4", "To", "Belgrade"),
    Line("unheard_of", "5", "Unheard of", "a value <that> is quite a bit longer than its column can hold on one line"),
    Line("place", "6", "Place", "Нови Пример", "sr-Cyrl"),
)
ZONE = Zone("td3", "Vežbanović", "Đorđe", "ZZ0000417", "1987-08-04", "M", "2026-01-11", "TRAINING")
KINDS = (*specimens.KINDS, "something new")


def paper(kind, **changes):
    bare = Paper("doc-p", kind, LINES, WORDS, ZONE.lines, ("Dear colleague,", "we look forward."), "Civil register")
    return replace(bare, **changes)


def parsed(drawing):
    return ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing


def words_in(drawing):
    return " ".join(element.text or "" for element in parsed(drawing).iter() if element.tag in ("text", "textPath"))


def fields_in(drawing):
    return [element.get("data-field") for element in parsed(drawing).iter() if element.get("data-field")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_specimen_of_utopia_with_a_name_and_a_description(kind):
    drawing = specimens.draw(paper(kind))
    assert {"SPECIMEN", "UTOPIA"} <= set(words_in(drawing).split())
    assert (parsed(drawing).find("title").text, parsed(drawing).find("desc").text) == ("A <paper>", "Drawn")
    assert parsed(drawing).get("role") == "img"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_shown_whole_on_every_kind(kind):
    said = words_in(specimens.draw(paper(kind)))
    for line in LINES:
        for word in (*line.label.split(), *line.value.split()):
            assert word in said, (kind, word)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_needs_a_style_a_script_or_a_face(kind):
    drawing = specimens.draw(paper(kind))
    assert not re.search(r"style=|<script|<image|<foreignObject|\son\w+=", drawing)


@pytest.mark.parametrize("kind", specimens.KINDS)
def test_everything_that_can_be_pointed_at_has_one_region_of_its_own(kind):
    shown = fields_in(specimens.draw(paper(kind)))
    listed = [place for place in specimens.places(paper(kind)) if kind in WITH_ZONE or not place.startswith("mrz")]
    assert sorted(shown) == sorted(listed)
    ids = [element.get("id") for element in parsed(specimens.draw(paper(kind))).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("doc-p") for name in ids)


WITH_ZONE = ("passport", "card", "travel_document")


@pytest.mark.parametrize("kind", specimens.KINDS)
def test_nothing_lies_outside_the_paper(kind):
    drawing = parsed(specimens.draw(paper(kind)))
    _, _, width, height = map(float, drawing.get("viewBox").split())
    for element in drawing.iter("rect"):
        if element.get("class") == "sp-hit":
            x, y, wide, high = (float(element.get(name)) for name in ("x", "y", "width", "height"))
            assert 0 <= x <= x + wide <= width, (kind, x, wide)
            assert 0 <= y <= y + high <= height, (kind, y, high)


@pytest.mark.parametrize("kind", specimens.KINDS)
def test_no_field_lies_on_another(kind):
    drawing = parsed(specimens.draw(paper(kind, zone=())))
    boxes = {}
    for group in drawing.iter("g"):
        if group.get("data-field") in {line.key for line in LINES}:
            hit = group.find("rect")
            boxes[group.get("data-field")] = [float(hit.get(name)) for name in ("x", "y", "width", "height")]
    for one, (x, y, wide, high) in boxes.items():
        for other, (left, top, room, deep) in boxes.items():
            apart = x + wide <= left or left + room <= x or y + high <= top + 1 or top + deep <= y + 1
            assert one == other or apart, (kind, one, other)


def test_a_place_that_may_be_marked_is_a_link_that_says_what_it_shows():
    drawing = parsed(specimens.draw(paper("passport", can_be_marked=True)))
    links = {link.get("data-field"): link for link in drawing.iter("a")}
    assert links["birth"].get("href") == "?at=birth#marks"
    assert links["birth"].get("aria-label") == "2 Date of birth: 04 AUG 1987"
    assert links["mrz2"].get("aria-label") == "Line 2: ZZ00004178UTO8708047M2601113TRAINING<<<<<<68"
    assert drawing.get("role") == "group"


def test_the_keyboard_goes_from_the_portrait_through_the_fields_to_the_zone():
    passport = fields_in(specimens.draw(paper("passport", can_be_marked=True)))
    assert passport[0] == "portrait"
    assert passport[-2:] == ["mrz1", "mrz2"]


def test_a_mark_is_a_frame_with_its_letter():
    drawing = specimens.draw(paper("passport", marks={"birth": "A", "mrz2": "B"}))
    assert drawing.count('class="sp-mark"') == 2
    assert {"A", "B"} <= set(words_in(drawing).split())


def test_a_passport_without_a_zone_is_shorter():
    whole = float(parsed(specimens.draw(paper("passport"))).get("viewBox").split()[3])
    short = float(parsed(specimens.draw(paper("passport", zone=()))).get("viewBox").split()[3])
    assert whole - short == 88


@pytest.mark.parametrize(
    ("place", "flaw", "kind", "seen"),
    [
        ("stamp", "missing", "letter", "sp-empty"),
        ("stamp", "missing", "medical", "sp-empty"),
        ("stamp", "stamp", "letter", "UTOPLA"),
        ("portrait", "altered", "passport", "sp-cut"),
    ],
)
def test_what_is_wrong_with_a_stamp_or_a_portrait_can_be_seen(place, flaw, kind, seen):
    assert seen not in specimens.draw(paper(kind))
    assert seen in specimens.draw(paper(kind, flaws={place: (flaw,)}))


def test_a_missing_portrait_leaves_its_frame_empty():
    drawing = specimens.draw(paper("passport", flaws={"portrait": ("missing",)}))
    assert "sp-photo" in drawing
    assert "sp-face" not in drawing


def test_a_portrait_described_in_a_field_has_one_place_to_point_at():
    described = (*LINES, Line("portrait", "7", "Portrait", "edge of the film lifted"))
    drawing = specimens.draw(paper("card", lines=described))
    assert fields_in(drawing).count("portrait") == 1
    assert specimens.places(paper("card", lines=described)).count("portrait") == 1


def test_a_long_letter_makes_a_longer_sheet():
    heights = [
        float(parsed(specimens.draw(paper("letter", body=("word " * count,)))).get("viewBox").split()[3])
        for count in (10, 400)
    ]
    assert heights[0] < 520
    assert heights[1] > 1000


def test_a_language_of_a_field_is_said_to_screen_readers():
    drawing = parsed(specimens.draw(paper("record")))
    assert [element.get("lang") for element in drawing.iter() if element.get("lang")] == ["sr-Cyrl"]


def test_words_are_broken_where_they_fit_and_squeezed_where_they_cannot():
    assert setting.broken("one two three", 10, 40) == ["one two", "three"]
    assert setting.broken("", 10, 40) == [""]
    assert "textLength" in setting.set_in("Vežbanovićevskaja", 0, 0, "c", 16, 60)
    assert "textLength" not in setting.set_in("Vež", 0, 0, "c", 16, 60)
