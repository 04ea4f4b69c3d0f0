"""One name in many letters."""

import pytest

from simulations.engine.cast import letters
from simulations.engine.cast.names import LISTS

FORTH_AND_BACK = [
    (word, script)
    for script in ("sr", "bs", "cnr", "mk")
    for names in [LISTS[1][script]]
    for word in (*names.men, *names.women, *names.surnames, *(place for pair in names.places for place in pair))
]


@pytest.mark.parametrize(
    ("words", "script", "cyrillic"),
    [
        ("Đorđe Vežbanović", "sr", "Ђорђе Вежбановић"),
        ("ĐORĐE VEŽBANOVIĆ", "sr", "ЂОРЂЕ ВЕЖБАНОВИЋ"),
        ("Ljubiša Njegoš", "sr", "Љубиша Његош"),
        ("LJUBIŠA", "sr", "ЉУБИША"),
        ("Džemila Bilješčić", "bs", "Џемила Биљешчић"),
        ("Śedničić", "cnr", "С\u0301едничић"),
        ("Gjorgji Vežbovski", "mk", "Ѓорѓи Вежбовски"),
        ("Dzvezda Zadačevska", "mk", "Ѕвезда Задачевска"),
        ("Xhelal Nxënësaj", "sq", "Џелал Ндзенесај"),
        ("Gëzim Përsëritaj", "sq", "Гезим Персеритај"),
    ],
)
def test_a_name_is_written_in_the_cyrillic_of_its_language(words, script, cyrillic):
    assert letters.cyrillic(words, script) == cyrillic


@pytest.mark.parametrize(("word", "script"), FORTH_AND_BACK)
def test_every_listed_name_goes_into_cyrillic_and_back_without_loss(word, script):
    for form in (word, word.upper()):
        assert letters.latin(letters.cyrillic(form, script), script) == form


@pytest.mark.parametrize(
    ("words", "script", "into", "said"),
    [
        ("Đorđe Vežbanović", "sr", "mk", "Ѓорѓе Вежбановиќ"),
        ("Gjorgji", "mk", "sr", "Ђорђи"),
        ("Gjon", "sq", "mk", "Ѓон"),
    ],
)
def test_a_name_from_next_door_is_written_in_the_letters_of_the_text(words, script, into, said):
    assert letters.cyrillic(words, script, into) == said


@pytest.mark.parametrize(
    ("spell", "words", "said"),
    [
        (letters.plain, "Đorđe Vežbanović", "Djordje Vezbanovic"),
        (letters.plain, "Gëzim Çështjaj", "Gezim Ceshtjaj"),
        (letters.german, "Vežbanović", "Weschbanowitsch"),
        (letters.french, "Vežbanović", "Vejbanovitch"),
        (letters.english, "Šablonović", "Shablonovich"),
        (letters.short, "Novi Primer", "N. Primer"),
        (letters.short, "Shembull i Ri", "Sh. i Ri"),
        (letters.misspelt, "Vežbanović", "Vežbaonvić"),
        (letters.one_letter_off, "Vežbanović", "Vežbanavić"),
        (letters.one_letter_off, "Ushtrimaj", "Ushtremaj"),
    ],
)
def test_other_hands_write_it_by_ear_or_get_it_wrong(spell, words, said):
    assert spell(words) == said
