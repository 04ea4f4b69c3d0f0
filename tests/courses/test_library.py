"""The courses that ship: whole in every language they claim, cited, marked, and free of typed legal numbers."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
import yaml

from courses import library
from portal.guard.engine.scan import scan
from portal.law.services import read_register
from simulations.agreements.api import explain_deadline
from simulations.agreements.engine.shelf import values
from simulations.engine.tokens import tokens_in

ROOT = library.LIBRARY.parent.parent
COURSE = library.load("readmission-basics")
LESSONS = [lesson for module in COURSE["modules"] for lesson in module["lessons"]]
QUESTIONS = COURSE["test"]["questions"]
PRACTICE = [block for lesson in LESSONS for block in lesson["blocks"] if block["kind"] == "question"]
MARKS = {
    f"{instrument['key']}.{provision['key']}": provision["mark"]
    for instrument in read_register()["instruments"]
    for provision in instrument["provisions"]
}
STRENGTH = ["assumption", "gk", "sourced", "reviewed"]
KINDS = {
    "text",
    "case",
    "callout",
    "citation",
    "table",
    "checklist",
    "question",
    "simulation",
    "download",
    "deadline",
    "image",
}
NUMBER = r"\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|një|dy|tre|katër|dhjetë"
TYPED_LIMIT = re.compile(
    rf"\b(?:{NUMBER})\s+(?:(?:calendar|working)\s+)?(?:days?|weeks?|months?|ditë|javë|muaj)\b", re.I
)

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["key"])
each_question = pytest.mark.parametrize("question", [*QUESTIONS, *PRACTICE], ids=lambda q: q.get("key", q["uuid"]))


def test_the_course_has_three_modules_of_three_lessons_and_fifteen_questions():
    assert library.codes() == ("readmission-basics",)
    assert [len(module["lessons"]) for module in COURSE["modules"]] == [3, 3, 3]
    assert len(QUESTIONS) == 15


def test_every_uuid_is_used_once():
    found = re.findall(r'"uuid": "([0-9a-f-]{36})"', json.dumps(COURSE, default=str))
    assert "NEW" not in json.dumps(COURSE, default=str)
    assert len(found) == len(set(found)) == 5 + len(LESSONS) + len(QUESTIONS) + sum(len(x["blocks"]) for x in LESSONS)


@each_lesson
def test_a_lesson_opens_with_a_case_asks_a_question_and_keeps_a_safeguard(lesson):
    kinds = Counter(block["kind"] for block in lesson["blocks"])
    assert set(kinds) <= KINDS
    assert "case" in [block["kind"] for block in lesson["blocks"][:2]]
    assert kinds["question"] >= 1
    assert kinds["citation"] >= 1
    assert kinds["checklist"] + kinds["table"] >= 1
    assert any(block.get("tone") == "safeguard" for block in lesson["blocks"])
    assert 15 <= lesson["minutes"] <= 20


@each_lesson
def test_every_block_says_something_in_english_or_that_it_needs_no_words(lesson):
    assert all("en" in block for block in lesson["blocks"])


@each_lesson
def test_a_lesson_teaches_in_five_hundred_to_a_thousand_words(lesson):
    taught = {"text", "table", "callout", "checklist"}
    words = sum(len(_words(block["en"])) for block in lesson["blocks"] if block["kind"] in taught)
    assert 500 <= words <= 1000, words


@each_lesson
def test_a_case_is_a_fictional_person_told_in_about_a_hundred_and_twenty_words(lesson):
    case = next(block for block in lesson["blocks"] if block["kind"] == "case")
    assert case["person"]["state"] == "UTO"
    assert case["person"]["name"].split()[0] in case["en"]["html"]
    assert 75 <= len(_words(case["en"])) <= 140


@each_lesson
def test_a_table_has_a_head_over_every_column_and_no_empty_cell(lesson):
    for table in (
        block[locale]
        for block in lesson["blocks"]
        if block["kind"] == "table"
        for locale in ("en", "sq")
        if locale in block
    ):
        assert {len(row) for row in table["rows"]} == {len(table["head"])}
        assert all([*table["head"], *(cell for row in table["rows"] for cell in row)])


@each_lesson
def test_html_is_of_the_small_kind_and_well_formed(lesson):
    for block in lesson["blocks"]:
        for locale in ("en", "sq"):
            if "html" in block.get(locale, {}):
                _Checker().check(block[locale]["html"])


def test_the_first_lesson_stays_under_25_kilobytes():
    html = sum(len(json.dumps(block.get("en", {}), ensure_ascii=False).encode()) for block in LESSONS[0]["blocks"])
    assert html < 25_000


def test_one_lesson_plays_the_easter_clock():
    played = [b["scenario"] for lesson in LESSONS for b in lesson["blocks"] if b["kind"] == "simulation"]
    assert played == ["easter_clock"]
    assert (ROOT / "simulations/library/easter_clock.yaml").exists()


def test_the_table_of_readings_says_what_the_packs_count():
    lesson = next(lesson for lesson in LESSONS if lesson["key"] == "time-limits")
    limit = next(block for block in lesson["blocks"] if block["kind"] == "deadline")
    table = next(block for block in lesson["blocks"] if block["kind"] == "table")
    sides = {side: limit[side] for side in ("received", "requested", "requesting")}
    found = explain_deadline(limit["value"], **sides)
    counted = [found.earliest, found.earliest + timedelta(days=1), found.latest, found.in_working_days]
    assert [f"{day:%A} {day.day} {day:%B}" for day in counted] == [row[1] for row in table["en"]["rows"]]
    assert (found.in_time_by, found.default) == (date(2026, 4, 9), found.latest)


def test_downloads_exist_and_are_plain_text():
    files = [b["file"] for lesson in LESSONS for b in lesson["blocks"] if b["kind"] == "download"]
    assert files == ["identity-comparison.txt", "handover.txt"]
    for file in files:
        assert "Not legal advice." in library.file("readmission-basics", file).decode()


def test_no_legal_number_is_typed():
    assert TYPED_LIMIT.findall(_said(COURSE)) == []


def test_every_token_has_a_value():
    used = set(tokens_in(json.dumps(COURSE, ensure_ascii=False, default=str)))
    assert "eu-serbia.reply" in used
    assert used <= values().keys()


def test_every_citation_is_in_the_register():
    cited = {b["provision"] for lesson in LESSONS for b in lesson["blocks"] if b["kind"] == "citation"}
    cited |= {key for question in [*QUESTIONS, *PRACTICE] for key in question["law"]}
    assert cited - MARKS.keys() == set()


@each_question
def test_a_question_carries_the_mark_of_its_strongest_source(question):
    assert question["mark"] == max((MARKS[key] for key in question["law"]), key=STRENGTH.index)


@each_question
def test_a_question_names_a_competency_of_the_framework(question):
    framework = yaml.safe_load((ROOT / "portal/competencies/framework.yaml").read_text("utf-8"))
    assert question["competency"] in {competency["key"] for competency in framework["competencies"]}


@each_question
def test_a_question_has_an_answer_and_feedback_for_each_way_to_give_it(question):
    for locale in ("en", "sq"):
        if locale in question:
            _answerable(question, question[locale])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["key"])
def test_a_question_on_an_unreviewed_value_never_decides(question):
    decides = question["rests_on"] == "principle" or question["mark"] == "reviewed"
    assert question["counts"] is decides


def test_every_question_of_the_test_is_taught_in_a_lesson_and_every_module_is_tested():
    module_of = {lesson["key"]: module["key"] for module in COURSE["modules"] for lesson in module["lessons"]}
    assert {module_of[question["lesson"]] for question in QUESTIONS} == {"agreement", "clock", "safeguards"}


def test_the_test_has_all_five_types_and_its_pass_mark_rests_on_principles():
    types = Counter(question["type"] for question in QUESTIONS)
    assert types == {"single": 5, "multiple": 3, "true_false": 3, "matching": 2, "ordering": 2}
    assert Counter(question["rests_on"] for question in QUESTIONS) == {"principle": 12, "value": 3}


def test_the_first_module_is_whole_in_albanian_and_says_who_drafted_it():
    module = COURSE["modules"][0]
    assert (module["machine_drafted"], COURSE["machine_drafted"]) == (["sq"], ["sq"])
    assert COURSE["sq"].keys() == COURSE["en"].keys()
    for lesson in module["lessons"]:
        assert lesson["machine_drafted"] == ["sq"]
        for part in [lesson, *lesson["blocks"]]:
            assert _shape(part.get("sq", {})) == _shape(part.get("en", {}))


def test_words_that_label_people_do_not_occur():
    said = _said(COURSE).lower()
    for word in ("illegal", "deportee", "failed asylum", "alien", "clandestin", "ilegal", "deportuar"):
        assert word not in said


@pytest.mark.parametrize("part", [*LESSONS, COURSE["test"]], ids=lambda part: part["key"])
def test_the_guard_lets_every_lesson_and_the_test_pass(part):
    verdict = scan(_said(part))
    assert (verdict.verdict, verdict.findings) == ("pass", ())


def _answerable(question, texts):
    assert texts["stem"]
    match question["type"]:
        case "matching":
            assert question["pairs"].keys() == texts["left"].keys()
            assert set(question["pairs"].values()) == set(texts["right"])
            assert texts["feedback"]
        case "ordering":
            assert sorted(question["order"]) == sorted(texts["items"])
            assert texts["feedback"]
        case kind:
            assert set(question["correct"]) < set(texts["options"])
            assert len(question["correct"]) == 1 or kind == "multiple"
            assert all(option["feedback"] for option in texts["options"].values())
            assert kind != "true_false" or texts["options"].keys() == {"true", "false"}


def _shape(value):
    """The same keys and as many entries, whatever the words."""
    if isinstance(value, dict):
        return {key: _shape(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_shape(entry) for entry in value]
    return re.findall(r"</?\w+>|\[\[[^\]]+\]\]", value) if isinstance(value, str) else value


def _words(texts):
    return re.sub(r"<[^>]+>", " ", _said(texts)).split()


def _said(value):
    """Everything a reader reads, one text a line; keys and citations left out."""
    if isinstance(value, dict):
        return "\n".join(_said(entry) for key, entry in value.items() if key not in {"uuid", "key", "law", "provision"})
    if isinstance(value, list):
        return "\n".join(_said(entry) for entry in value)
    return value if isinstance(value, str) else ""


class _Checker(HTMLParser):
    ALLOWED = {"p", "h2", "h3", "ul", "ol", "li", "b", "i"}

    def check(self, html):
        self.open = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in self.ALLOWED
        assert attrs == []
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
