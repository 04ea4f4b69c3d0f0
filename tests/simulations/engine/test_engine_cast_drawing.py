"""Who is drawn: always the same for a seed, always consistent, and nobody real."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.cast.days import age, swapped, years_later
from simulations.engine.cast.names import LISTS, SCRIPTS, for_sex, twin
from tests.simulations.engine.dressing import dressable, identity

SEVENTH = {
    "man": {
        "given": "Uroš",
        "surname": "Šablonović",
        "birth": "1988-02-01",
        "place": "Stari Obrazac",
        "number": "JMBG-FIKT-0855",
    },
    "girl": {
        "given": "Dušanka",
        "surname": "Šablonović",
        "birth": "2015-03-11",
        "place": "Stari Obrazac",
        "number": "JMBG-FIKT-3365",
    },
    "neighbour": {
        "given": "Kjerima",
        "surname": "Lekciovska",
        "birth": "1972-07-18",
        "place": "Nova Zadača",
        "number": "EMBG-FIKT-1638",
    },
    "nephew": {
        "given": "Mirče",
        "surname": "Lekciovski",
        "birth": "1995-10-23",
        "place": "Nova Zadača",
        "number": "EMBG-FIKT-3225",
    },
    "guest": {
        "given": "Gëzim",
        "surname": "Çështjaj",
        "birth": "1972-01-30",
        "place": "Ushtrim i Poshtëm",
        "number": "NID-FIKT-4877",
    },
    "passport": {"number": "ZZ3103087", "issued": "2015-12-29", "expires": "2025-12-28"},
    "visit": {"date": "2026-01-19"},
    "town": {"name": "Veliki Ogled"},
}
SEEDS = st.text(min_size=1, max_size=40)
ALL_PLACES = {place for names in LISTS[1].values() for pair in names.places for place in pair}


def test_the_empty_seed_gives_the_people_the_author_wrote_down():
    people = identity("")["members"]
    assert people["man"] == {
        "given": "Đorđe",
        "surname": "Vežbanović",
        "birth": "1987-08-04",
        "place": "Novi Primer",
        "number": people["man"]["number"],
    }
    assert people["passport"] == {"number": "ZZ0000417", "issued": "2016-01-12", "expires": "2026-01-11"}


def test_a_seed_always_gives_the_same_people():
    assert identity("7f3a") == {"version": 1, "members": SEVENTH}


@given(SEEDS)
def test_any_seed_gives_a_family_that_fits_together(seed):
    people = identity(seed)["members"]
    man, girl, neighbour, nephew = (people[key] for key in ("man", "girl", "neighbour", "nephew"))
    assert girl["surname"] == man["surname"]
    assert girl["place"] == man["place"]
    assert neighbour["surname"].endswith("ska")
    assert nephew["surname"] == for_sex(neighbour["surname"], "M")
    assert nephew["surname"].endswith("ski")
    assert 23 <= age(date.fromisoformat(man["birth"]), date.fromisoformat(girl["birth"])) <= 36
    assert len({person["number"] for person in (man, girl, neighbour, nephew)}) == 4


@given(SEEDS)
def test_day_and_month_of_a_birth_can_always_be_swapped(seed):
    born = date.fromisoformat(identity(seed)["members"]["man"]["birth"])
    assert 1980 <= born.year <= 1990
    assert swapped(born) != born
    assert swapped(swapped(born)) == born


@given(SEEDS)
def test_an_expired_paper_had_expired_before_the_case_and_was_issued_to_somebody_alive(seed):
    people = identity(seed)["members"]
    issued, expires = (date.fromisoformat(people["passport"][key]) for key in ("issued", "expires"))
    assert date(2025, 9, 1) < expires < dressable().cast.on
    assert issued == years_later(expires + timedelta(days=1), -10)
    assert issued > date.fromisoformat(people["man"]["birth"])


@given(SEEDS)
def test_nobody_drawn_could_be_somebody(seed):
    for key, drawn in identity(seed)["members"].items():
        if "surname" in drawn:
            known = {name for names in LISTS[1].values() for name in names.surnames}
            assert for_sex(drawn["surname"], "M") in known, key
            assert drawn["place"] in ALL_PLACES
        if "number" in drawn:
            assert re.fullmatch(r"(JMBG|EMBG|NID)-FIKT-\d{4}|ZZ\d{7}", drawn["number"]), key


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_list_names_nobody_twice_and_has_women_men_and_twins(script):
    names = LISTS[1][script]
    for some in (names.men, names.women, names.surnames):
        assert len(set(some)) == len(some) >= 10
    for one, other in names.places:
        assert (twin(one), twin(other)) == (other, one)


def test_two_seeds_rarely_give_the_same_man():
    men = {tuple(identity(f"run {n}")["members"]["man"].values()) for n in range(200)}
    assert len(men) == 200
