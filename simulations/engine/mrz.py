"""Machine readable zones of specimen documents (ICAO 9303), always with the specimen state UTO."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

SPECIMEN_STATE = "UTO"
_LETTERS = str.maketrans(
    {
        "Đ": "D",
        "Ð": "D",
        "Ø": "OE",
        "Æ": "AE",
        "Ä": "AE",
        "Ö": "OE",
        "Ü": "UE",
        "ß": "SS",
        "Þ": "TH",
        "Ł": "L",
    }
)


@dataclass(frozen=True, slots=True)
class Holder:
    surname: str
    given: str
    number: str
    born: date
    sex: str  # M, F or <
    expires: date
    optional: str = ""
    state: str = SPECIMEN_STATE


def check_digit(characters: str) -> str:
    """Weights 7, 3, 1; digits as they are, A is 10 to Z is 35, the filler is 0."""
    return str(sum(_worth(char) * (7, 3, 1)[index % 3] for index, char in enumerate(characters)) % 10)


def _worth(char: str) -> int:
    if char == "<":
        return 0
    return int(char, 36)


def td3(holder: Holder) -> tuple[str, str]:
    """Two lines of 44: passport."""
    names = f"{_plain(holder.surname)}<<{_plain(holder.given)}"
    number, optional = _fill(_plain(holder.number), 9), _fill(_plain(holder.optional), 14)
    born, expires = _six(holder.born), _six(holder.expires)
    number, born, expires = (part + check_digit(part) for part in (number, born, expires))
    optional += check_digit(optional) if optional.strip("<") else "<"
    whole = check_digit(number + born + expires + optional)
    second = f"{number}{holder.state}{born}{holder.sex}{expires}{optional}{whole}"
    return _fill(f"P<{holder.state}{names}", 44), second


def td1(holder: Holder) -> tuple[str, str, str]:
    """Three lines of 30: identity card."""
    number = _fill(_plain(holder.number), 9)
    number += check_digit(number)
    optional = _fill(_plain(holder.optional), 15)
    born, expires = (part + check_digit(part) for part in (_six(holder.born), _six(holder.expires)))
    filler = "<" * 11
    whole = check_digit(f"{number}{optional}{born}{expires}{filler}")
    names = f"{_plain(holder.surname)}<<{_plain(holder.given)}"
    return (
        f"I<{holder.state}{number}{optional}",
        f"{born}{holder.sex}{expires}{holder.state}{filler}{whole}",
        _fill(names, 30),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a machine readable line, for reading it aloud: digits are None where there is none."""

    key: str  # number, state, born, sex, expires, optional, whole
    characters: str
    printed: str | None
    computed: str | None

    @property
    def fits(self) -> bool:
        """An empty optional field may print the filler instead of a digit."""
        empty = self.key == "optional" and not self.characters.strip("<")
        return self.printed == self.computed or (empty and self.printed == "<")


def td3_parts(second: str) -> tuple[Part, ...]:
    """Line 2 of a passport, field by field with printed and computed check digits."""
    whole = second[0:10] + second[13:20] + second[21:43]
    return (
        _part("number", second[0:9], second[9]),
        Part("state", second[10:13], None, None),
        _part("born", second[13:19], second[19]),
        Part("sex", second[20], None, None),
        _part("expires", second[21:27], second[27]),
        _part("optional", second[28:42], second[42]),
        _part("whole", whole, second[43]),
    )


def _part(key: str, characters: str, printed: str) -> Part:
    return Part(key, characters, printed, check_digit(characters))


def _plain(words: str) -> str:
    """Capital letters A to Z, digits and fillers only."""
    letters = unicodedata.normalize("NFD", words.upper().translate(_LETTERS))
    kept = [char if char.isascii() and char.isalnum() else "<" for char in letters if not unicodedata.combining(char)]
    return "".join(kept)


def _fill(characters: str, width: int) -> str:
    return characters[:width].ljust(width, "<")


def _six(day: date) -> str:
    return day.strftime("%y%m%d")
