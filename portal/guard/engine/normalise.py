"""One reading of a text however it was typed, with the way back to every original code point.

The *plain* text is NFKC with digits of any script as ASCII, unseen characters and mark-up gone. Its
three views have the same length, so that one offset map serves all of them:
`code` reads Cyrillic and Greek look-alikes as the Latin letters they imitate, in capitals;
`word` reads letters by their sound, in small letters without diacritics.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

# Only names of HTML elements: a machine-readable zone is full of "<" and must survive.
_MARKUP = (
    r"</?(?:a|abbr|b|br|code|del|div|em|embed|font|h[1-6]|i|img|ins|li|mark|ol|p|pre|s|small|span|strong"
    r"|sub|sup|table|tbody|td|th|thead|tr|u|ul|wbr)(?:\s[^<>]{0,300})?/?>"
)
_BREAKS = re.compile(r"</?(?:br|div|h[1-6]|li|ol|p|pre|t[a-z]+|ul)\b", re.IGNORECASE)
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\uff0d")


class _Plain(dict[int, str]):
    """Filled as characters are met: a text uses few of the million there are."""

    def __missing__(self, code: int) -> str:
        self[code] = reading = _plain_character(chr(code))
        return reading


def _plain_character(character: str) -> str:
    if character in "\n\t":
        return character
    if character in _BLANK_LETTERS:
        return " "
    if character in _DASHES:
        return "-"
    if character in "\u00ab\u2039\u3008\u2329\u276e":
        return "<"  # stands in for the filler of a machine-readable zone
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me", "Cc"}:
        return "\n" if character in "\r\x0b\x0c\x85" else ""
    if category in {"Zs", "Zl", "Zp"}:
        return "\n" if category != "Zs" else " "
    return "".join(_ascii_digit(part) for part in unicodedata.normalize("NFKC", character))


def _ascii_digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


_PLAIN = _Plain()

_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХЈІЅԚԜҮ" + "авекмнорстухјіѕԛԝү" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "αβεζηικμνορτυχ",
    "ABEKMHOPCTYXJISQWY" + "ABEKMHOPCTYXJISQWY" + "ABEZHIKMNOPTYX" + "ABEZHIKMNOPTYX",
)
_SOUNDS = str.maketrans(
    "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕјэыщюяйіў",
    "abvgddezzijkllmnnoprstcufhccdsgkzjeisuajiu",
)


def _single(character: str) -> str:
    """Lower case without diacritics, one character for one."""
    lower = character.lower()
    bare = unicodedata.normalize("NFD", lower)[:1]
    return {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i"}.get(bare, bare)


class _Words(dict[int, int]):
    def __missing__(self, code: int) -> int:
        bare = _single(chr(code))
        # Cyrillic letters with a breve or an accent are letters of their own: by sound first.
        sound = chr(code).lower().translate(_SOUNDS)
        chosen = sound if len(sound) == 1 and sound.isascii() else bare.translate(_SOUNDS)
        self[code] = ord(chosen) if len(chosen) == 1 else code
        return self[code]


class _Codes(dict[int, int]):
    def __missing__(self, code: int) -> int:
        seen = chr(code).translate(_LOOKALIKES).upper()
        self[code] = ord(seen) if len(seen) == 1 else code
        return self[code]


_WORDS = _Words()
_CODES = _Codes()


@dataclass(frozen=True)
class Reading:
    """`starts[i]`, `ends[i]`: where plain position `edges[i]` and those after it came from."""

    plain: str
    edges: list[int] = field(default_factory=lambda: [0])
    origins: list[int] = field(default_factory=lambda: [0])
    widths: list[int] = field(default_factory=lambda: [0])  # 0: runs along one to one

    @cached_property
    def code(self) -> str:
        return self.plain.translate(_CODES)

    @cached_property
    def word(self) -> str:
        return self.plain.translate(_WORDS)

    @cached_property
    def looks(self) -> str:
        return self.code.translate(_WORDS)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that became plain[start:end]."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.edges, position) - 1
        origin, width = self.origins[index], self.widths[index]
        if width:
            return origin, origin + width
        first = origin + position - self.edges[index]
        return first, first + 1


def read(text: str) -> Reading:
    odd = "".join(character for character in set(text) if len(_PLAIN[ord(character)]) != 1)
    marked = ("<" in text and ">" in text) or "&" in text
    if not odd and not marked:
        return Reading(text.translate(_PLAIN))
    return _read_edited(text, odd, marked=marked)


def _read_edited(text: str, odd: str, *, marked: bool) -> Reading:
    patterns = [f"[{re.escape(odd)}]"] if odd else []
    if marked:
        patterns += [_MARKUP, _ENTITY]
    pieces: list[str] = []
    edges, origins, widths = [0], [0], [0]
    length = done = 0
    for match in re.finditer("|".join(patterns), text, re.IGNORECASE):
        start, end = match.span()
        if start > done:
            _mark(edges, origins, widths, length, done, 0)
            pieces.append(text[done:start].translate(_PLAIN))
            length += start - done
        replacement = _replacement(match.group())
        if replacement:
            _mark(edges, origins, widths, length, start, end - start)
            pieces.append(replacement)
            length += len(replacement)
        done = end
    _mark(edges, origins, widths, length, done, 0)
    pieces.append(text[done:].translate(_PLAIN))
    return Reading("".join(pieces), edges, origins, widths)


def _mark(edges: list[int], origins: list[int], widths: list[int], at: int, origin: int, width: int) -> None:
    if edges[-1] == at:
        origins[-1], widths[-1] = origin, width
    else:
        edges.append(at)
        origins.append(origin)
        widths.append(width)


def _replacement(seen: str) -> str:
    if len(seen) == 1:
        return _PLAIN[ord(seen)]
    if seen.startswith("&"):
        return unescape(seen).translate(_PLAIN)
    return "\n" if _BREAKS.match(seen) else ""
