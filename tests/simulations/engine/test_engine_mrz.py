"""Machine readable zones against the vectors of ICAO 9303 and our own specimens."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.mrz import Holder, check_digit, td1, td3, td3_parts

ANNA = Holder("ERIKSSON", "ANNA MARIA", "L898902C3", date(1974, 8, 12), "F", date(2012, 4, 15), "ZE184226B")
TESTOV = Holder("TESTOV", "PRIMER", "ZZ0000017", date(1990, 1, 1), "M", date(2030, 12, 31))
FIKTIVE = Holder("PERSONI", "FIKTIVE", "ZZ0000025", date(1985, 11, 5), "F", date(2031, 6, 30), "TRAINING")
DORDE = Holder("Vežbanović", "Đorđe", "ZZ0000417", date(1987, 8, 4), "M", date(2026, 1, 11), "TRAINING")


@pytest.mark.parametrize(("characters", "digit"), [("900101", "1"), ("ZZ0000017", "0"), ("870804", "7")])
def test_check_digits_worked_by_hand(characters, digit):
    assert check_digit(characters) == digit


@pytest.mark.parametrize(
    ("holder", "first", "second"),
    [
        (ANNA, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
        (TESTOV, "P<UTOTESTOV<<PRIMER<<<<<<<<<<<<<<<<<<<<<<<<<", "ZZ00000170UTO9001011M3012316<<<<<<<<<<<<<<<8"),
        (FIKTIVE, "P<UTOPERSONI<<FIKTIVE<<<<<<<<<<<<<<<<<<<<<<<", "ZZ00000251UTO8511054F3106305TRAINING<<<<<<68"),
        (DORDE, "P<UTOVEZBANOVIC<<DORDE<<<<<<<<<<<<<<<<<<<<<<", "ZZ00004178UTO8708047M2601113TRAINING<<<<<<68"),
    ],
)
def test_passports_match_the_published_vectors(holder, first, second):
    assert td3(holder) == (first, second)


def test_an_identity_card_matches_the_specimen():
    card = Holder("Eriksson", "Anna Maria", "D23145890", date(1974, 8, 12), "F", date(2012, 4, 15))
    assert td1(card) == (
        "I<UTOD231458907<<<<<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<6",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    )


def test_a_line_is_read_back_field_by_field():
    parts = {part.key: part for part in td3_parts(td3(DORDE)[1])}
    assert (parts["born"].characters, parts["born"].printed, parts["born"].computed) == ("870804", "7", "7")
    assert all(part.fits for part in parts.values())


def test_a_swapped_digit_shows():
    line = td3(DORDE)[1].replace("870804", "870408")
    broken = [part.key for part in td3_parts(line) if not part.fits]
    assert broken == ["born", "whole"]


HOLDERS = st.builds(
    Holder,
    surname=st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Pd", "Zs")), min_size=1, max_size=50),
    given=st.text(max_size=50),
    number=st.text("ABCXYZ0123456789", min_size=1, max_size=9),
    born=st.dates(date(1930, 1, 1), date(2020, 1, 1)),
    sex=st.sampled_from("MF<"),
    expires=st.dates(date(2020, 1, 1), date(2049, 1, 1)),
    optional=st.text("ABC123", max_size=14),
)


@given(HOLDERS)
def test_every_passport_has_two_lines_of_44_and_digits_that_fit(holder):
    first, second = td3(holder)
    assert (len(first), len(second)) == (44, 44)
    assert set(first + second) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")
    assert all(part.fits for part in td3_parts(second))
    assert (first[2:5], second[10:13]) == ("UTO", "UTO")


@given(HOLDERS)
def test_every_card_has_three_lines_of_30(holder):
    assert [len(line) for line in td1(holder)] == [30, 30, 30]
