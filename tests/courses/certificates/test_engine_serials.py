import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.certificates.engine.serials import ALPHABET, DRAWN, SerialMistyped, compose, read

DRAWS = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=DRAWN, max_size=DRAWN)


def test_a_serial_as_it_is_printed():
    assert compose(year=2026, drawn=range(15)) == "RA-2026-0234-5678-9ABC-DEF0"


def test_nobody_can_guess_one():
    assert len(ALPHABET) ** DRAWN > 2**60


@given(drawn=DRAWS)
def test_a_serial_is_read_in_any_case_and_without_dashes(drawn):
    serial = compose(year=2026, drawn=drawn)
    assert read(serial) == read(serial.lower()) == read(serial.replace("-", "")) == read(f" {serial} ") == serial


@given(drawn=DRAWS, place=st.integers(3, 22), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(drawn, place, other):
    bare = compose(year=2026, drawn=drawn).replace("-", "")
    wrong = bare[:place] + other + bare[place + 1 :]
    if wrong == bare:
        return
    with pytest.raises(SerialMistyped):
        read(wrong)


@given(drawn=DRAWS, one=st.integers(6, 21), other=st.integers(6, 21))
def test_two_swapped_characters_are_always_noticed(drawn, one, other):
    signs = list(compose(year=2026, drawn=drawn).replace("-", ""))
    if signs[one] == signs[other]:
        return
    signs[one], signs[other] = signs[other], signs[one]
    with pytest.raises(SerialMistyped):
        read("".join(signs))


@pytest.mark.parametrize("typed", ["", "RA-2026", "RA-2026-OOOO-5678-9ABC-DEFZ", "x" * 1_000_000, "RA\x00"])
def test_what_is_no_serial_is_refused(typed):
    with pytest.raises(SerialMistyped):
        read(typed)
