"""Whether two spellings say the same: how a form's fields are compared with the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

_PAIRS = {
    **{"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "ѓ": "gj", "е": "e", "ж": "z", "з": "z", "ѕ": "dz"},
    **{"и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r"},
    **{"с": "s", "т": "t", "ћ": "c", "ќ": "kj", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s"},
    **{"đ": "dj", "ð": "dj", "ß": "ss", "ø": "o", "ł": "l"},
}
_LETTERS = str.maketrans(_PAIRS)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january januar janar", "feb february februar shkurt", "mar march mart mars", "apr april prill"),
            *("may maj mai", "jun june juni qershor", "jul july juli korrik", "aug august gusht avgust"),
            *("sep sept september septembar shtator", "oct october oktobar tetor", "nov november novembar nentor"),
            "dec december decembar dhjetor",
        ),
        start=1,
    )
    for name in names.split()
}


def plain(words: str) -> str:
    """Capitals, spaces and closing marks do not count."""
    composed = unicodedata.normalize("NFC", words).casefold()
    return " ".join(composed.split()).strip(" .,;:")


def letters(words: str) -> str:
    """Neither the script nor the marks on letters count: Ђорђе, Đorđe and Djordje are one."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFC", words).casefold().translate(_LETTERS))
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return plain(bare.replace("-", " ").replace("'", "").replace("’", ""))


def day(words: str) -> str:
    """A day in any usual way of writing, day before month, as an ISO date; other words as they are."""
    parts = re.findall(r"\d+|[^\W\d_]+", letters(words))
    parts = [str(_MONTHS[part]) if part in _MONTHS else part for part in parts]
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 4]
    if len(numbers) != 3 or len(numbers) != len(parts):
        return plain(words)
    year, month, of_month = numbers if len(parts[0]) == 4 else reversed(numbers)
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return plain(words)


def exact(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()


COMPARISONS: dict[str, Callable[[str], str]] = {"plain": plain, "letters": letters, "date": day, "exact": exact}
