"""Machine readable zones of specimen documents (ICAO 9303), always with the specimen state UTO."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
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
    code: str = ""  # of the kind of paper; empty is the format's own


def check_digit(characters: str) -> str:
    """Weights 7, 3, 1; digits as they are, A is 10 to Z is 35, the filler is 0."""
    return str(sum(_worth(char) * (7, 3, 1)[index % 3] for index, char in enumerate(characters)) % 10)


def _worth(char: str) -> int:
    if char == "<":
        return 0
    return int(char, 36)


CHECKED = ("number", "born", "expires", "optional", "whole")


def td3(holder: Holder, wrong: Collection[str] = ()) -> tuple[str, str]:
    """Two lines of 44: passport. `wrong` names the parts whose check digit is printed wrong."""
    number, born, expires = _checked(holder, wrong)
    optional = _fill(plain(holder.optional), 14)
    optional += _printed("optional", optional, wrong) if optional.strip("<") else "<"
    whole = _printed("whole", number + born + expires + optional, wrong)
    second = f"{number}{holder.state}{born}{holder.sex}{expires}{optional}{whole}"
    return _fill(f"{_fill(holder.code or 'P', 2)}{holder.state}{_names(holder)}", 44), second


def td2(holder: Holder, wrong: Collection[str] = ()) -> tuple[str, str]:
    """Two lines of 36: travel document on a sheet."""
    number, born, expires = _checked(holder, wrong)
    optional = _fill(plain(holder.optional), 7)
    whole = _printed("whole", number + born + expires + optional, wrong)
    second = f"{number}{holder.state}{born}{holder.sex}{expires}{optional}{whole}"
    return _fill(f"{_fill(holder.code or 'I', 2)}{holder.state}{_names(holder)}", 36), second


def td1(holder: Holder, wrong: Collection[str] = ()) -> tuple[str, str, str]:
    """Three lines of 30: identity card."""
    number, born, expires = _checked(holder, wrong)
    optional, filler = _fill(plain(holder.optional), 15), "<" * 11
    whole = _printed("whole", f"{number}{optional}{born}{expires}{filler}", wrong)
    return (
        f"{_fill(holder.code or 'I', 2)}{holder.state}{number}{optional}",
        f"{born}{holder.sex}{expires}{holder.state}{filler}{whole}",
        _fill(_names(holder), 30),
    )


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as the author writes it, its parts still words that an identity may fill."""

    format: str
    surname: str
    given: str
    number: str
    born: str
    sex: str
    expires: str
    optional: str = ""
    code: str = ""
    wrong: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        holder = Holder(
            *(self.surname, self.given, self.number, date.fromisoformat(self.born), self.sex),
            *(date.fromisoformat(self.expires), self.optional, SPECIMEN_STATE, self.code),
        )
        return FORMATS[self.format](holder, self.wrong)


FORMATS: Mapping[str, Callable[[Holder, Collection[str]], tuple[str, ...]]] = {"td3": td3, "td1": td1, "td2": td2}
_WIDTHS = {44: "td3", 36: "td2", 30: "td1"}


def _checked(holder: Holder, wrong: Collection[str]) -> tuple[str, str, str]:
    """Number, birth and expiry, each followed by its check digit."""
    parts = {"number": _fill(plain(holder.number), 9), "born": _six(holder.born), "expires": _six(holder.expires)}
    number, born, expires = (part + _printed(key, part, wrong) for key, part in parts.items())
    return number, born, expires


def _printed(key: str, characters: str, wrong: Collection[str]) -> str:
    digit = check_digit(characters)
    return str((int(digit) + 3) % 10) if key in wrong else digit


def _names(holder: Holder) -> str:
    return f"{plain(holder.surname)}<<{plain(holder.given)}"


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


def parts(lines: Sequence[str]) -> tuple[Part, ...]:
    """The zone field by field with printed and computed check digits; nothing where the format is not known."""
    kind = _WIDTHS.get(len(lines[0])) if lines else None
    if kind == "td3":
        return td3_parts(lines[1])
    if kind == "td2":
        return _td2_parts(lines[1])
    return _td1_parts(lines[0], lines[1]) if kind == "td1" else ()


def td3_parts(second: str) -> tuple[Part, ...]:
    """Line 2 of a passport."""
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


def _td2_parts(second: str) -> tuple[Part, ...]:
    return (
        _part("number", second[0:9], second[9]),
        Part("state", second[10:13], None, None),
        _part("born", second[13:19], second[19]),
        Part("sex", second[20], None, None),
        _part("expires", second[21:27], second[27]),
        _part("whole", second[0:10] + second[13:20] + second[21:35], second[35]),
    )


def _td1_parts(first: str, second: str) -> tuple[Part, ...]:
    return (
        Part("state", first[2:5], None, None),
        _part("number", first[5:14], first[14]),
        _part("born", second[0:6], second[6]),
        Part("sex", second[7], None, None),
        _part("expires", second[8:14], second[14]),
        _part("whole", first[5:30] + second[0:7] + second[8:15] + second[18:29], second[29]),
    )


def _part(key: str, characters: str, printed: str) -> Part:
    return Part(key, characters, printed, check_digit(characters))


def plain(words: str) -> str:
    """Capital letters A to Z, digits and fillers only."""
    letters = unicodedata.normalize("NFD", words.upper().translate(_LETTERS))
    kept = [char if char.isascii() and char.isalnum() else "<" for char in letters if not unicodedata.combining(char)]
    return "".join(kept)


def _fill(characters: str, width: int) -> str:
    return characters[:width].ljust(width, "<")


def _six(day: date) -> str:
    return day.strftime("%y%m%d")
