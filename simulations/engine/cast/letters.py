"""One name in several letters: Cyrillic, Latin, without marks, and as neighbours write it by ear.

Serbian, Bosnian, Montenegrin and Macedonian go there and back without loss. Albanian goes into Cyrillic as a register
would write it, and not back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

_SINGLE = dict(zip("abvgdezijklmnoprstufhcčšž", "абвгдезијклмнопрстуфхцчшж", strict=True))
_SOUTH_SLAVIC = {**_SINGLE, "đ": "ђ", "ć": "ћ", "lj": "љ", "nj": "њ", "dž": "џ"}
_MONTENEGRIN = {**_SOUTH_SLAVIC, "ś": "с\u0301", "ź": "з\u0301"}
_MACEDONIAN = {**_SINGLE, "gj": "ѓ", "kj": "ќ", "dz": "ѕ", "lj": "љ", "nj": "њ", "dž": "џ"}
_ALBANIAN = {
    **{**_SINGLE, "ë": "е", "ç": "ч", "y": "и", "q": "ћ", "x": "дз", "gj": "ђ", "nj": "њ", "sh": "ш", "zh": "ж"},
    **{"xh": "џ", "th": "т", "dh": "д", "ll": "л", "rr": "р"},
}
_TO_CYRILLIC = {
    **{"sr": _SOUTH_SLAVIC, "bs": _SOUTH_SLAVIC, "cnr": _MONTENEGRIN},
    **{"mk": _MACEDONIAN, "sq": _ALBANIAN},
}
# A name of one alphabet in a text of the other: the nearest letter.
_INTO_MACEDONIAN = str.maketrans("ђћЂЋ", "ѓќЃЌ")
_INTO_SERBIAN = str.maketrans("ѓќЃЌ", "ђћЂЋ")


def cyrillic(words: str, script: str, into: str = "") -> str:
    """`into` is the language of the text around; a name goes into its own alphabet when nothing is said."""
    spelled = _spell(words, _TO_CYRILLIC[script])
    if into == "mk" and script != "mk":
        return spelled.translate(_INTO_MACEDONIAN).replace("\u0301", "")
    if into in ("sr", "bs", "cnr") and script == "mk":
        return spelled.translate(_INTO_SERBIAN).replace("ѕ", "дз").replace("Ѕ", "Дз")
    return spelled


def latin(words: str, script: str) -> str:
    """Back into the Latin letters of the language; Latin words stay as they are."""
    back = {value: key for key, value in _TO_CYRILLIC["sr" if script == "sq" else script].items()}
    return _spell(words, back)


def plain(words: str) -> str:
    """Letters A to Z only, as a keyboard without marks writes them: Djordje Vezbanovic."""
    return _bare(_spell(words, {"đ": "dj"}))


def german(words: str) -> str:
    return _by_ear(words, _GERMAN)


def french(words: str) -> str:
    return _by_ear(words, _FRENCH)


def english(words: str) -> str:
    return _by_ear(words, _ENGLISH)


def short(words: str) -> str:
    """N. Primer"""
    first, _, rest = words.partition(" ")
    letter = first[:2] if first[:2] in ("Sh", "Xh", "Zh", "Gj", "Nj", "Lj", "Dž", "Kj", "Dz") else first[:1]
    return f"{letter}. {rest}" if rest else first


def misspelt(words: str) -> str:
    """Two neighbouring letters change places, never the first: Vežbanović, Vežabnović."""
    at = next((n for n in range(len(words) // 2, len(words) - 1) if _may_change(words[n], words[n + 1])), None)
    at = at if at is not None else next((n for n in range(1, len(words) - 1) if words[n] != words[n + 1]), 0)
    return f"{words[:at]}{words[at + 1]}{words[at]}{words[at + 2 :]}" if len(words) > at + 1 else words


def one_letter_off(words: str) -> str:
    """The last vowel but one is another vowel: a name that differs by one letter and may be somebody else's."""
    vowels = [place for place, char in enumerate(words) if char in _OTHER_VOWEL and place > 0]
    if not vowels:
        return words
    at = vowels[-2] if len(vowels) > 1 else vowels[-1]
    return f"{words[:at]}{_OTHER_VOWEL[words[at]]}{words[at + 1 :]}"


_OTHER_VOWEL = {"a": "o", "o": "a", "e": "i", "i": "e", "u": "o", "y": "i", "ë": "a"}


def _may_change(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and one != other and one.islower() and other.islower()


_ENGLISH = {
    "š": "sh",
    "ž": "zh",
    "č": "ch",
    "ć": "ch",
    "đ": "dj",
    "dž": "dj",
    "ś": "sh",
    "ź": "zh",
    "ç": "ch",
    "ë": "e",
}
_FRENCH = {
    **{"š": "ch", "ž": "j", "č": "tch", "ć": "tch", "đ": "dj", "dž": "dj", "ś": "ch", "ź": "j", "u": "ou"},
    **{"ç": "tch", "ë": "e", "sh": "ch", "zh": "j", "xh": "dj"},
}
_GERMAN = {
    **{"š": "sch", "ž": "sch", "č": "tsch", "ć": "tsch", "đ": "dsch", "dž": "dsch", "ś": "sch", "ź": "sch"},
    **{"ç": "tsch", "ë": "e", "sh": "sch", "zh": "sch", "xh": "dsch", "c": "z", "v": "w"},
}


def _by_ear(words: str, table: Mapping[str, str]) -> str:
    return _bare(_spell(words, table))


def _bare(words: str) -> str:
    letters = unicodedata.normalize("NFD", words)
    return "".join(char for char in letters if not unicodedata.combining(char))


def _spell(words: str, table: Mapping[str, str]) -> str:
    """Longest match first; a capital stays a capital, and in a word of capitals all of its letters."""
    return _pattern(tuple(table)).sub(_speller(words, table), words)


@cache
def _pattern(letters: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _speller(words: str, table: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def spell(match: re.Match[str]) -> str:
        found = table[match[0].lower()]
        if not match[0][0].isupper():
            return found
        around = words[max(0, match.start() - 1) : match.end() + 1]
        return found.upper() if _is_capitals(around) else found[:1].upper() + found[1:]

    return spell


def _is_capitals(letters: str) -> bool:
    known = [char for char in letters if char.isalpha()]
    return len(known) > 1 and all(char.isupper() for char in known)
