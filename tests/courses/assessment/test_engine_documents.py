import pytest

from courses import library
from courses.assessment.engine.documents import DocumentInvalid, as_kind, read_question
from courses.assessment.engine.grading import share_of
from courses.assessment.engine.standing import Standing
from tests.courses.assessment.documents import MATCHING, MULTIPLE, ON_A_VALUE, ORDERING, SINGLE, TRUE_FALSE

LOCALES = ("en", "sq")
TEST = library.load("readmission-basics")["test"]


def problems_of(document):
    with pytest.raises(DocumentInvalid) as refusal:
        read_question(document, locales=LOCALES)
    return [problem.split(": ", 1)[1] for problem in refusal.value.problems]


def test_what_is_neutral_and_what_is_said_are_kept_apart():
    read = read_question(SINGLE, locales=LOCALES)
    assert read.body["parts"] == {"options": ["a", "b", "c"]}
    assert sorted(read.texts) == ["en", "sq"]
    reworded = read_question(SINGLE | {"en": SINGLE["en"] | {"stem": "Who may decide?"}}, locales=LOCALES)
    assert reworded.digest == read.digest


def test_every_problem_is_told_at_once():
    broken = SINGLE | {"correct": ["z"], "mark": "hearsay", "sq": {"stem": "", "options": {"a": {}}}}
    assert problems_of(broken) == [
        "sq: stem is missing",
        "sq: options have other ids than in English",
        "correct must be a list of ids, out of two or more",
        "mark 'hearsay' is none of assumption, gk, sourced, reviewed",
    ]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (SINGLE | {"correct": ["a", "b"]}, "a single question has exactly one correct option"),
        (SINGLE | {"type": "essay"}, "type 'essay' is none of single, multiple, true_false, matching, ordering"),
        (TRUE_FALSE | {"correct": ["maybe"]}, 'correct must be ["true"] or ["false"]'),
        (MATCHING | {"pairs": {"fear": "asylum"}}, "pairs must give each of left one of right"),
        (ORDERING | {"order": ["class", "agree"]}, "order must hold every item once"),
        (MULTIPLE | {"points": 0}, "points must be a whole number from 1 to 10"),
        (
            ON_A_VALUE | {"counts": True},
            "unreviewed_decides: it rests on a value that nobody has reviewed, so it cannot count",
        ),
    ],
)
def test_a_broken_key_is_refused(document, problem):
    assert problems_of(document) == [problem]


@pytest.mark.parametrize("document", TEST["questions"], ids=lambda each: each["key"])
def test_the_course_that_ships_has_questions_one_can_get_right(document):
    read = read_question(document, locales=LOCALES)
    key = read.body["key"]
    perfect = {
        "single": lambda: key[0],
        "true_false": lambda: key[0],
        "multiple": lambda: key,
        "matching": lambda: key,
        "ordering": lambda: {each: place for place, each in enumerate(key, start=1)},
    }[read.body["type"]]()
    assert share_of(as_kind(read.body), perfect) == 1


def test_only_principles_decide_in_the_course_that_ships():
    standings = {each["key"]: read_question(each, locales=LOCALES).standing for each in TEST["questions"]}
    not_counted = {key for key, stands in standings.items() if stands is not Standing.COUNTS}
    assert not_counted == {each["key"] for each in TEST["questions"] if not each["counts"]}
    assert len(standings) == 15
