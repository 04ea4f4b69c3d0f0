"""Drawings are text: every word is escaped, every place is a number with a point, and nothing depends on colour."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from simulations.runs.engine import outlook, strip, svg, timeline

CELL = strip.Cell("Th", "2", "received", "", True, True, False, False)
STRIP_WORDS = strip.Words("Reply <clock>", "Every day", "Legal clock", "Serbia, you", "Germany, they")
LINE_WORDS = timeline.Words(
    "Run", "Acts", "April 2026", "RS", "DE", "open", "closed", "Your acts", "In", "Reply", "no return"
)
OUT_WORDS = outlook.Words("Possible", "Points", "in reach", "out of reach", "no return", "After")
NAMESPACE = re.compile(r"\{.*\}")


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing


def words_in(drawing: str) -> list[str]:
    return [element.text or "" for element in parsed(drawing).iter("text")]


def classes_in(drawing: str) -> list[str]:
    return [element.get("class", "") for element in parsed(drawing).iter()]


def test_words_are_escaped_and_numbers_have_a_point():
    assert svg.text("<b>", 1.25, 2, "c") == '<text class="c" x="1.2" y="2">&lt;b&gt;</text>'
    assert svg.number(3.0) == "3"


def test_the_strip_says_what_it_shows_and_marks_each_kind_of_day():
    ahead = replace(CELL, legal="left", number="1", is_today=True, is_ahead=True)
    closed = replace(CELL, legal="open", number="2", own_open=False)
    drawing = strip.draw("st", [CELL, ahead, closed], STRIP_WORDS)
    assert parsed(drawing).find("title").text == "Reply <clock>"
    kinds = classes_in(drawing)
    for kind in ("c-dot", "c-left", "c-maybe", "c-todaybg", "c-tick", "c-shut"):
        assert kinds.count(kind) == 1, kind


def signs(drawing: str) -> list[tuple[float, float]]:
    found = re.findall(r'mk-kept"><circle cx="([\d.]+)" cy="([\d.]+)"', drawing)
    return [(float(x), float(y)) for x, y in found]


@pytest.mark.parametrize(("days", "acts"), [(13, 1), (13, 2), (13, 6), (31, 4)])
def test_marks_of_one_day_never_lie_on_each_other(days, acts):
    crowded = timeline.Day("Thu", "2", acts=tuple(timeline.Act(str(n), "kept", 0.5) for n in range(acts)))
    line = [crowded] + [timeline.Day("Fri", "3")] * (days - 1)
    places = signs(timeline.draw("t", line, None, None, LINE_WORDS))
    assert len(places) == acts
    for n, (x, y) in enumerate(places):
        for other_x, other_y in places[n + 1 :]:
            assert abs(x - other_x) >= 24 or abs(y - other_y) >= 24


def test_labels_of_letters_take_another_line_before_they_touch():
    day = timeline.Day("Thu", "2", letters=tuple(timeline.Letter("A long subject", 0.1 * n) for n in range(3)))
    drawing = timeline.draw("t", [day, *[timeline.Day("Fri", "3")] * 12], None, None, LINE_WORDS)
    heights = re.findall(r'c-env" d="M[\d.]+ ([\d.]+)h18', drawing)
    assert len(set(heights)) == 3


def test_quiet_days_left_out_are_shown_as_a_gap():
    line = [timeline.Day("Thu", "2"), timeline.Day(is_gap=True), timeline.Day("Tue", "5")]
    assert "⋯" in words_in(timeline.draw("t", line, None, None, LINE_WORDS))


def days(count: int) -> list[timeline.Day]:
    """From Wednesday 1 April on."""
    names = ("Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue")
    return [
        timeline.Day(names[n % 7], str(n % 30 + 1), "Apr" if n < 30 else "May", n % 7 == 5, starts_month=n == 30)
        for n in range(count)
    ]


def heads(line: list[timeline.Day]) -> list[tuple[float, str]]:
    """What stands above the days, by its middle."""
    drawing = timeline.draw("t", line, None, None, LINE_WORDS)
    return [
        (float(x), word) for x, word in re.findall(r'x="([\d.]+)" y="(?:16|35)"[^>]*middle"[^>]*>([^<]+)<', drawing)
    ]


@pytest.mark.parametrize(("count", "room"), [(13, 26), (30, 16), (60, 20)])
def test_names_of_days_never_lie_on_each_other(count, room):
    places = sorted({x for x, _word in heads(days(count))})
    assert min(b - a for a, b in pairwise(places)) >= room


def test_a_long_run_names_the_weeks_by_their_month_and_a_shorter_one_where_a_month_begins():
    assert [word for _x, word in heads(days(60))][:6] == ["Apr", "1", "Apr", "6", "Apr", "13"]
    assert {word for _x, word in heads(days(32))} & {"We", "Th", "May", "Apr", "Wed"} == {"We", "Th", "May"}
    assert {word for _x, word in heads(days(13))} & {"We", "Wed"} == {"Wed"}


@pytest.mark.parametrize(("days_shown", "said"), [(13, "Easter Mon"), (17, "closed")])
def test_a_closed_day_is_named_where_its_name_fits(days_shown, said):
    line = [timeline.Day("Mon", "6", closed="Easter Mon")] + [timeline.Day("Sat", "4")] * (days_shown - 1)
    assert said in words_in(timeline.draw("t", line, None, None, LINE_WORDS))


@pytest.mark.parametrize(("wide", "acts"), [(True, 16), (True, 60), (False, 3), (False, 16), (False, 40)])
def test_signs_of_acts_stand_in_as_many_lines_as_they_need_and_within_the_drawing(wide, acts):
    points = [outlook.Point(str(n), "kept", n, 4) for n in range(1, acts + 1)]
    drawing = outlook.draw("o", points, None, outlook.Scale(acts, 4), OUT_WORDS, wide=wide)
    places = signs(drawing)
    for n, (x, y) in enumerate(places):
        for other_x, other_y in places[n + 1 :]:
            assert abs(x - other_x) >= 24 or abs(y - other_y) >= 24
    assert max(y for _x, y in places) + 12 <= float(re.search(r'viewBox="0 0 \d+ ([\d.]+)"', drawing)[1])


def test_the_clock_is_solid_to_the_first_reading_and_dashed_to_the_last():
    line = [timeline.Day("Thu", str(n), count=str(n) if n else "") for n in range(6)]
    bar = timeline.Bar(first=1, earliest=3, latest=5, says="stopped by your reply", stopped=2.5)
    kinds = classes_in(timeline.draw("t", line, bar, 4.0, LINE_WORDS))
    assert [kinds.count(kind) for kind in ("c-bar", "c-maybe", "c-flagbig", "c-ponr")] == [1, 1, 1, 1]


@pytest.mark.parametrize("wide", [True, False])
def test_the_band_ends_where_a_pass_went_out_of_reach(wide):
    points = [outlook.Point(str(n), "kept", 10 * n, 4 if n < 3 else 3) for n in range(1, 5)]
    drawing = outlook.draw("o", points, 2, outlook.Scale(40, 4), OUT_WORDS, wide=wide)
    band = next(element for element in parsed(drawing).iter("rect") if element.get("class") == "c-gap")
    whole = 900 if wide else 295
    assert float(band.get("width")) == pytest.approx(whole / 2)
    assert "no return" in words_in(drawing)
    assert [word for word in words_in(drawing) if word.isdecimal()][:7] == ["0", "40", "0", "1", "2", "3", "4"]


def test_the_last_day_of_a_long_run_and_a_long_name_stay_within_the_drawing():
    line = [*days(59), timeline.Day("Fri", "29", acts=(timeline.Act("27", "kept", 1.0),))]
    words = replace(LINE_WORDS, own="Bosnia and Herzegovina")
    drawing = timeline.draw("t", line, None, None, words)
    assert max(x for x, _y in signs(drawing)) <= timeline.WIDTH - 12
    assert '<text class="c-t11 c-b" x="0" y="65">Bosnia and Herzegovina</text>' in drawing


def test_marks_of_neighbouring_days_take_another_line_before_they_touch():
    acts = tuple(timeline.Act(str(n), "kept", 0.5) for n in range(3))
    line = [replace(day, acts=acts) if n in (4, 5, 6, 59) else day for n, day in enumerate(days(60))]
    places = signs(timeline.draw("t", line, None, None, LINE_WORDS))
    assert len(places) == 12
    for n, (x, y) in enumerate(places):
        for other_x, other_y in places[n + 1 :]:
            assert abs(x - other_x) >= 24 or abs(y - other_y) >= 24
