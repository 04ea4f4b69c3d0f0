"""Whatever is typed, a question comes out, and syntax never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.search.engine.marking import excerpt, mark
from portal.search.engine.question import MAX_WORDS, Term, read_question


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "\x00", "%", "_", "'", "*", "a", '" " "', "\ud800"])
def test_a_question_without_a_word_asks_for_nothing(typed):
    assert not read_question(typed)


def test_words_lose_their_endings_and_quoted_words_stand_as_they_are():
    assert read_question('rokovi "putnog lista" члан 10').terms == (
        Term("putnog lista", is_exact=True),
        Term("rokov"),
        Term("clan"),
        Term("10"),
    )


def test_a_mark_without_its_fellow_means_nothing():
    assert [term.text for term in read_question('"putni list').terms] == ["putn", "list"]


def test_a_null_character_is_a_blank_and_an_essay_is_cut():
    assert [term.text for term in read_question("put\x00list").terms] == ["put", "list"]
    assert len(read_question("word%d " * 9000).terms) <= MAX_WORDS


@settings(max_examples=300, deadline=None, database=None)
@given(typed=st.text(max_size=300))
def test_any_text_makes_a_question_of_folded_words(typed):
    for term in read_question(typed).terms:
        assert term.text
        assert set(term.text) & set("\"%_\\'\x00") == set()


def test_found_words_are_marked_in_either_script():
    pieces = mark("Превод сведочанства није услов.", read_question("svedočanstvo"))
    assert [(piece.text, piece.is_found) for piece in pieces] == [
        ("Превод ", False),
        ("сведочанства", True),
        (" није услов.", False),
    ]


def test_an_excerpt_begins_near_the_first_find_and_breaks_between_words():
    text = (
        "Nothing of interest stands here. " * 20 + "Then comes the laissez-passer for the child. " + "And more. " * 40
    )
    joined = "".join(piece.text for piece in excerpt(text, read_question("laissez"), length=80))
    assert joined.startswith("…")
    assert joined.endswith("…")
    assert "laissez-passer" in joined
    assert len(joined) <= 90
