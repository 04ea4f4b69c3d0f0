"""When two spellings say the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.folding import COMPARISONS, day, exact, letters, plain

LATIN = "abcdefghijklmnopqrstuvwxyzčćđšž"
CYRILLIC = dict(zip("абвгдежзијклмнопрстуфхцчш", "abvgdežzijklmnoprstufhcčš", strict=True)) | {"ћ": "ć", "ђ": "đ"}


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("VEŽBANOVIĆ", "Vežbanović", "plain"),
        ("  Novi   Primer. ", "novi primer", "plain"),
        ("Ђорђе", "Djordje", "letters"),
        ("ĐORĐE", "ђорђе", "letters"),
        ("Vežbanović", "Vezbanovic", "letters"),
        ("Љиљана Џемаловић", "Ljiljana Džemalović", "letters"),
        ("Gjergj Përmeti", "GJERGJ PERMETI", "letters"),
        ("04.08.1987", "4 Aug 1987", "date"),
        ("1987-08-04", "4/8/1987", "date"),
        ("04 AUG 1987", "4. avgust 1987.", "date"),
        ("4 август 1987", "04.08.1987", "date"),
        ("4 gusht 1987", "04.08.1987", "date"),
    ],
)
def test_these_are_the_same(one, other, how):
    assert COMPARISONS[how](one) == COMPARISONS[how](other)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Vežbanović", "Vezbanovic", "plain"),
        ("Đorđe", "Djordje", "plain"),
        ("vežbanović", "Vežbanović", "exact"),
        ("Vežbanović", "Vežbanovski", "letters"),
        ("08.04.1987", "04.08.1987", "date"),
        ("31.02.2000", "02.03.2000", "date"),
        ("04081987", "04.08.1987", "date"),
    ],
)
def test_these_are_not(one, other, how):
    assert COMPARISONS[how](one) != COMPARISONS[how](other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_and_never_fails(words):
    assert plain(plain(words)) == plain(words)
    assert exact(exact(words)) == exact(words)
    assert isinstance(day(words), str)


@given(st.text(alphabet="".join(CYRILLIC), min_size=1, max_size=20))
def test_a_name_in_cyrillic_is_the_name_in_latin(name):
    assert letters(name) == letters("".join(CYRILLIC[char] for char in name))


@given(st.text(alphabet=LATIN, min_size=1, max_size=20))
def test_marks_on_letters_do_not_count_however_they_are_composed(name):
    assert letters(unicodedata.normalize("NFD", name)) == letters(name.upper())


@given(st.dates())
def test_a_day_is_one_day_however_it_is_written(value):
    spelled = (value.isoformat(), f"{value.day}.{value.month}.{value.year:04}", f"{value:%d %b} {value.year:04}")
    assert {day(words) for words in spelled} == {value.isoformat()}
