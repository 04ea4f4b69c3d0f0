import json

from courses.syllabus.engine.words import (
    CourseWords,
    Label,
    merged,
    served_locale,
    with_stand_ins,
    words_as_json,
    words_from_json,
)

SOURCE = CourseWords(
    "Basics",
    "en",
    aims=("Say what comes first.",),
    modules={"m": Label("The module", "en")},
    activities={"one": Label("One", "en"), "two": Label("Two", "en")},
)


def test_a_missing_title_keeps_the_language_it_is_in():
    albanian = CourseWords("Bazat", "sq", activities={"one": Label("Një", "sq")})
    complete = with_stand_ins(albanian, SOURCE)
    assert complete.title == "Bazat"
    assert complete.activities == {"one": Label("Një", "sq"), "two": Label("Two", "en")}
    assert complete.modules == {"m": Label("The module", "en")}
    assert complete.aims == ("Say what comes first.",)


def test_words_come_back_from_json_as_they_were():
    assert words_from_json(json.loads(json.dumps(words_as_json(SOURCE)))) == SOURCE


def test_a_language_without_an_edition_is_served_in_the_source_language():
    assert served_locale("sq", {"en", "sq"}, "en") == "sq"
    assert served_locale("mk", {"en", "sq"}, "en") == "en"


def test_neighbouring_pieces_of_text_become_one():
    parts = [
        {"kind": "html", "html": "a"},
        {"kind": "html", "html": "b"},
        {"kind": "question"},
        {"kind": "html", "html": "c"},
    ]
    assert merged(parts) == (
        {"kind": "html", "html": "a\nb"},
        {"kind": "question"},
        {"kind": "html", "html": "c"},
    )
