"""The invented names. A version is never changed, because stored seeds are drawn from it again; a new list is another.

Surnames and places are built from words of the classroom (vežba and ushtrim: exercise; zadatak and detyrë: task;
primer and shembull: example), so that nobody bears them. Given names are ordinary ones, chosen for letters that are
spelled in more than one way. Everything is kept in the Latin letters of its own orthography.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """`places` come in pairs that are easily mixed up."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    number: str


_SERBIAN = Names(
    men=("Đorđe", "Žarko", "Nebojša", "Uroš", "Ljubiša", "Dušan", "Miloš", "Siniša", "Živojin", "Čedomir", "Njegoš"),
    women=("Đurđica", "Živka", "Ljubica", "Snežana", "Nataša", "Božana", "Anđelija", "Višnja", "Dušanka", "Željana"),
    surnames=(
        *("Vežbanović", "Zadatković", "Uzorković", "Ogledović", "Pokušajević", "Šablonović", "Obraščević"),
        *("Predložaković", "Lekcionović", "Tečajević", "Ispitaković", "Učionaković", "Probanović", "Sveskarović"),
    ),
    places=(
        ("Novi Primer", "Stari Primer"),
        ("Gornji Zadatak", "Donji Zadatak"),
        ("Velika Vežba", "Mala Vežba"),
        ("Novi Obrazac", "Stari Obrazac"),
        ("Gornja Lekcija", "Donja Lekcija"),
        ("Veliki Ogled", "Mali Ogled"),
    ),
    number="JMBG-FIKT-####",
)
_BOSNIAN = Names(
    men=("Nedžad", "Džemal", "Željko", "Anđelko", "Šefik", "Senad", "Đenan", "Zvjezdan", "Boško", "Haris", "Ćamil"),
    women=("Džemila", "Željka", "Anđela", "Šejla", "Amra", "Ćamila", "Ljiljana", "Zvjezdana", "Lejla", "Nadžija"),
    surnames=(
        *("Vježbanović", "Primjerović", "Zadaćević", "Uzorčević", "Pokusnić", "Lekcijaković", "Tečajković"),
        *("Ispitanović", "Bilješčić", "Nacrtović", "Predloščić", "Učionković", "Obraščić", "Simulčić"),
    ),
    places=(
        ("Novi Primjer", "Stari Primjer"),
        ("Gornja Vježba", "Donja Vježba"),
        ("Veliki Ogled", "Mali Ogled"),
        ("Novi Zadatak", "Stari Zadatak"),
        ("Gornji Obrazac", "Donji Obrazac"),
        ("Velika Bilješka", "Mala Bilješka"),
    ),
    number="JMBG-FIKT-####",
)
_MONTENEGRIN = Names(
    men=("Đuro", "Blažo", "Puniša", "Željko", "Njegoš", "Krsto", "Miloš", "Đoko", "Ljubomir", "Vučeta"),
    women=("Đurđa", "Anđe", "Ljubica", "Koviljka", "Jaglika", "Stanija", "Višnja", "Živana", "Vidosava", "Milica"),
    surnames=(
        *("Śedničić", "Vježbović", "Śećančić", "Zadatkić", "Ogledić", "Uzorčić", "Pokušajić"),
        *("Nastavčević", "Obučković", "Lekcionić", "Ispitovčić", "Tečajić"),
    ),
    places=(
        ("Nova Śednica", "Stara Śednica"),
        ("Novi Primjer", "Stari Primjer"),
        ("Gornja Vježba", "Donja Vježba"),
        ("Veliki Zadatak", "Mali Zadatak"),
        ("Gornji Ogled", "Donji Ogled"),
    ),
    number="JMBG-FIKT-####",
)
_MACEDONIAN = Names(
    men=("Gjorgji", "Ljupčo", "Živko", "Boško", "Kjamil", "Džemal", "Blaže", "Dzvezdan", "Mirče", "Tošo"),
    women=("Snežana", "Živka", "Ljupka", "Gjurgja", "Dzvezda", "Božana", "Džemila", "Višnja", "Menče", "Kjerima"),
    surnames=(
        *("Vežbovski", "Zadačevski", "Lekciovski", "Probovski", "Učilčevski", "Obrasčevski", "Nastavčevski"),
        *("Ispitovski", "Beleškovski", "Šablonovski", "Prašalkovski", "Čitankovski"),
    ),
    places=(
        ("Nov Primer", "Star Primer"),
        ("Gorna Vežba", "Dolna Vežba"),
        ("Nova Zadača", "Stara Zadača"),
        ("Golem Obrazec", "Mal Obrazec"),
        ("Gorna Lekcija", "Dolna Lekcija"),
    ),
    number="EMBG-FIKT-####",
)
_ALBANIAN = Names(
    men=("Përparim", "Gëzim", "Kujtim", "Dëfrim", "Çlirim", "Zgjim", "Ylli", "Shpëtim", "Xhelal", "Agim"),
    women=("Shpresa", "Lumturije", "Fatbardha", "Njomza", "Mirësie", "Çiljeta", "Yllka", "Gëzime", "Drita", "Xhemile"),
    surnames=(
        *("Ushtrimaj", "Shembullaj", "Detyraj", "Mësimaj", "Stërvitaj", "Pyetjaj", "Provimaj"),
        *("Përsëritaj", "Nxënësaj", "Formularaj", "Shënimaj", "Udhëzimaj", "Çështjaj"),
    ),
    places=(
        ("Shembull i Ri", "Shembull i Vjetër"),
        ("Ushtrim i Poshtëm", "Ushtrim i Sipërm"),
        ("Detyrë e Re", "Detyrë e Vjetër"),
        ("Mësim i Ri", "Mësim i Vjetër"),
        ("Provë e Poshtme", "Provë e Sipërme"),
    ),
    number="NID-FIKT-####",
)
_FIRST = {"sr": _SERBIAN, "bs": _BOSNIAN, "cnr": _MONTENEGRIN, "mk": _MACEDONIAN, "sq": _ALBANIAN}

VERSION = 1
LISTS: Mapping[int, Mapping[str, Names]] = {1: _FIRST}
SCRIPTS = tuple(_FIRST)

# The word that tells two villages apart, both ways.
_TWINS = (
    *(("Novi", "Stari"), ("Nova", "Stara"), ("Novo", "Staro"), ("Nov", "Star")),
    *(("Gornji", "Donji"), ("Gornja", "Donja"), ("Gornje", "Donje"), ("Gorna", "Dolna"), ("Gorno", "Dolno")),
    *(("Veliki", "Mali"), ("Velika", "Mala"), ("Veliko", "Malo"), ("Golem", "Mal"), ("Golema", "Mala")),
    *(("Ri", "Vjetër"), ("Re", "Vjetër"), ("Poshtëm", "Sipërm"), ("Poshtme", "Sipërme")),
)


def surnames() -> frozenset[str]:
    """All that can be drawn, in the form of a woman and of a man."""
    return frozenset(for_sex(name, sex) for words in _FIRST.values() for name in words.surnames for sex in ("F", "M"))


def twin(place: str) -> str:
    """The other village of the pair; empty where the name says of none."""
    words = place.split(" ")
    for position, word in enumerate(words):
        for one, other in _TWINS:
            if word in (one, other):
                partner = _partner(word, one, other, words[:position])
                return " ".join([*words[:position], partner, *words[position + 1 :]])
    return ""


def _partner(word: str, one: str, other: str, before: list[str]) -> str:
    if word == one:
        return other
    # Vjetër is the partner of Ri and of Re: the little word before it says which.
    return "Re" if other == "Vjetër" and before[-1:] == ["e"] else one


def for_sex(surname: str, sex: str) -> str:
    """The form of a surname that a woman or a man bears; most have one for both."""
    if sex == "F" and surname.endswith("ski"):
        return f"{surname[:-1]}a"
    if sex == "M" and surname.endswith("ska"):
        return f"{surname[:-1]}i"
    return surname
