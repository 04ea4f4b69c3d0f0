"""What a publish writes, decided on values alone."""

from dataclasses import replace
from uuid import UUID

import pytest

from courses.syllabus.engine.publishing import Changes, Current, DraftInvalid, Plan, StructureChanged, changes, plan
from courses.syllabus.engine.structure import Activity, Module, Structure, as_json, from_json
from courses.syllabus.engine.words import CourseWords, Draft, LessonWords

ONE, TWO, TEST = (UUID(int=n) for n in (1, 2, 3))
STRUCTURE = Structure(
    (
        Module(
            UUID(int=10), (Activity(ONE, "lesson", "viewed", True, 10), Activity(TWO, "lesson", "answered", True, 5))
        ),
        Module(UUID(int=11), (Activity(TEST, "quiz", "passed", True, 20, {"quiz": "basics"}),)),
    )
)
WORDS = {"en": CourseWords("Basics", "en"), "sq": CourseWords("Bazat", "sq")}
LESSONS = {
    (ONE, "en"): LessonWords(({"kind": "html", "html": "<p>one</p>"},), "e1"),
    (TWO, "en"): LessonWords(({"kind": "html", "html": "<p>two</p>"},), "e2"),
    (ONE, "sq"): LessonWords(({"kind": "html", "html": "<p>një</p>"},), "s1"),
}
DRAFT = Draft(STRUCTURE, "en", WORDS, LESSONS)
CURRENT = Current(
    STRUCTURE,
    {locale: words.source_hash for locale, words in WORDS.items()},
    {key: words.source_hash for key, words in LESSONS.items()},
)
REORDERED = replace(DRAFT, structure=Structure(STRUCTURE.modules[1:] + STRUCTURE.modules[:1]))


def test_the_first_publish_is_a_version_with_every_text():
    assert plan(DRAFT, None, "cosmetic") == Plan(True, ("en", "sq"), ((ONE, "en"), (ONE, "sq"), (TWO, "en")))


def test_publishing_twice_without_a_change_writes_nothing():
    assert plan(DRAFT, CURRENT, "minor").is_empty


def test_a_typo_is_one_edition_of_one_lesson():
    mended = replace(DRAFT, lessons=LESSONS | {(TWO, "en"): LessonWords((), "e2-mended")})
    assert plan(mended, CURRENT, "cosmetic") == Plan(False, (), ((TWO, "en"),))


def test_a_new_translation_is_an_edition():
    translated = replace(DRAFT, lessons=LESSONS | {(TWO, "sq"): LessonWords((), "s2")})
    assert plan(translated, CURRENT, "minor") == Plan(False, (), ((TWO, "sq"),))


def test_a_new_title_is_an_edition_of_the_course_in_that_language():
    retitled = replace(DRAFT, words=WORDS | {"sq": CourseWords("Bazat e ripranimit", "sq")})
    assert plan(retitled, CURRENT, "cosmetic") == Plan(False, ("sq",), ())


def test_a_material_change_is_a_version_even_where_no_lesson_moved():
    assert plan(DRAFT, CURRENT, "material").new_version


def test_another_order_of_lessons_is_a_version():
    assert plan(REORDERED, CURRENT, "minor").new_version


def test_a_change_of_structure_cannot_pass_as_cosmetic():
    with pytest.raises(StructureChanged):
        plan(REORDERED, CURRENT, "cosmetic")


def test_every_problem_is_named_at_once():
    twice = Structure((*STRUCTURE.modules, Module(UUID(int=12), (Activity(TEST, "quiz", "passed"),))))
    broken = replace(
        DRAFT, structure=twice, lessons={(ONE, "en"): LESSONS[ONE, "en"]}, problems=("Lesson one: no value x.y.",)
    )
    with pytest.raises(DraftInvalid) as refusal:
        plan(broken, CURRENT, "minor")
    assert refusal.value.problems == (
        "Lesson one: no value x.y.",
        f"The activity {TEST} stands twice.",
        f"The lesson {TWO} has no text in the source language (en).",
    )


def test_a_course_nobody_could_finish_is_refused():
    optional = Structure((Module(UUID(int=10), (Activity(TEST, "quiz", "passed", False),)),))
    with pytest.raises(DraftInvalid) as refusal:
        plan(replace(DRAFT, structure=optional), None, "minor")
    assert refusal.value.problems == (
        "The course has no lesson.",
        "Nothing in the course is required, so nobody could ever finish it.",
    )


def test_a_structure_comes_back_from_json_as_it_was():
    assert from_json(as_json(STRUCTURE)) == STRUCTURE
    assert from_json(as_json(STRUCTURE)).content_hash == STRUCTURE.content_hash


def test_what_would_change_is_told_before_it_is_published():
    shorter = Structure((replace(STRUCTURE.modules[0], activities=STRUCTURE.modules[0].activities[:1]),))
    assert changes(DRAFT, CURRENT).is_empty
    assert changes(REORDERED, CURRENT) == Changes(rearranged=True)
    assert changes(replace(DRAFT, structure=shorter), CURRENT) == Changes(removed=(TWO, TEST))
    assert changes(DRAFT, replace(CURRENT, structure=shorter)) == Changes(added=(TWO, TEST))
    reworded = replace(CURRENT, courses={"en": "other"}, lessons=CURRENT.lessons | {(ONE, "sq"): "other"})
    assert changes(DRAFT, reworded) == Changes(pages=("en", "sq"), lessons=((ONE, "sq"),))
