"""One spelling for a word in Cyrillic or Latin, with or without its marks."""

import re
import unicodedata

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "ѓ": "gj", "е": "e", "ж": "z", "з": "z", "ѕ": "dz",
    "и": "i", "й": "j", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "ћ": "c", "ќ": "kj", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz",
    "ш": "s", "щ": "st", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ё": "e", "і": "i", "ї": "ji",
    "є": "je", "ў": "u", "ґ": "g",
}  # fmt: skip
_LATIN = {"đ": "dj", "ð": "dj", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
_TABLE = str.maketrans(_CYRILLIC | _LATIN)
_MARKS = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
# Macedonian officials write the same sound in Latin as gj/kj or as đ/ć.
_OTHER_SPELLINGS = (("ѓ", "dj"), ("ќ", "c"))


def fold(text: str) -> str:
    """Small Latin letters without marks: враћање and vraćanje are the same word, Đorđe and Djordje too."""
    # ѓ, ќ and й fall apart into letter and mark: the table has to see them whole.
    composed = unicodedata.normalize("NFKC", text).lower().translate(_TABLE)
    return _MARKS.sub("", unicodedata.normalize("NFD", composed))


def words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def spellings(text: str) -> list[str]:
    """Every word of a text as it is asked for, in order, each further spelling behind its word."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower()):
        found += _WORD.findall(fold(word))
        other = word
        for letter, latin in _OTHER_SPELLINGS:
            other = other.replace(letter, latin)
        if other != word:
            found += _WORD.findall(fold(other))
    return found
