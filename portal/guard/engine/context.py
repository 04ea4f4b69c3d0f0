"""Words that tell what a number beside them is: six languages, both scripts, by sound (see `normalise`).

Everything here is matched on the `word` view: small letters, no diacritics, Cyrillic by sound.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = r"(?:broj|br|no|nr|num|number|numer|numri|numbers?|numra)"

# "Project ID: 101052345" names a project.
_THINGS = """
project case tender grant request user ticket session call file event order meeting vat tax contract action course
document company entity
"""
_NOT_OF_A_THING = r"(?<!\$)" + "".join(rf"(?<!{thing}\s)" for thing in _THINGS.split())

CIVIL_NUMBER = re.compile(
    r"\b(?:[je][. ]{0,2}m[. ]{0,2}b[. ]{0,2}g|emso|jmb|mbg|oib|cnic|aadhaar|nid|nin|tckn"
    r"|(?:jedinstven\w*\s+)?(?:maticn?\w*|matican)\s+(?:broj|br)\w*"
    rf"|(?:edinstven|unique\s+master)\s+\w+(?:\s+\w+)?\s+{_NUMBER}"
    r"|(?:master\s+citizen|unique\s+citizen)\w*\s+number"
    rf"|(?:personal|identity|identification|identifikacion\w*|identifikacij\w*|identiteti?t?|citizen|national\s+id\w*)\s*(?:id\s*)?(?:{_NUMBER})\b"
    rf"|(?:nr|numr\w*|numer\w*|nummer)\.?\s*(?:i\s+|e\s+|te\s+)?(?:personal\w*|identifik\w*|identitet\w*|amz\w*)"
    rf"|(?:licn|licen|osobn)\w*\s+(?:identifikac\w+\s+)?{_NUMBER}"
    rf"|national\s+id|personal\s+(?:id|code|no)|{_NOT_OF_A_THING}id\s*[-.:#]?\s*{_NUMBER}|{_NOT_OF_A_THING}id(?:\s*[:#]|\s+(?=[a-z]{{0,2}}[0-9]{{7}}))|pin\s*(?:[:#]|(?=[0-9])))"
)
TRAVEL_DOCUMENT = re.compile(
    r"\b(?:passports?|pasaport\w*|pasos\w*|pasus\w*|putovnic\w*|reisepass\w*|passn(?:umm)?e?r\w*"
    r"|putn\w*\s+(?:isprav\w*|list\w*|dokument\w*)|pat(?:n|en)\w*\s+(?:isprav\w*|list\w*|dokument\w*)"
    r"|travel\s+(?:document|doc|letter|certificate)\w*|laissez[\s-]?passer|dokument\w*\s+(?:te\s+|i\s+)?udhetim\w*"
    r"|flete\w*\s*[-]?\s*udhetim\w*|lej\w*\s*kalim\w*)"
)
IDENTITY_CARD = re.compile(
    r"\b(?:identity\s+cards?|id[\s-]cards?|(?:licn|osobn)\w*\s+(?:kart\w*|iskaznic\w*|isprav\w*)"
    r"|let[er]+njoftim\w*|letern?joftim\w*|kart\w*\s+(?:e\s+)?identitet\w*|iskaznic\w*|residence\s+(?:permit|card)\w*"
    r"|boravisn\w*\s+dozvol\w*|dozvol\w*\s+(?:za\s+)?(?:borav|prestoj)\w*|lej\w*\s+(?:e\s+)?qendrimi\w*"
    r"|lk\s*(?:br|no|nr)|driving\s+licen[cs]e|vozack\w*\s+dozvol\w*|patent\w*\s+shofer\w*)"
)
BIRTH = re.compile(
    r"\b(?:[rb]\.\s?(?=[0-9])|rodj?\b|born|birth\w*|d\.?\s?o\.?\s?b\b\.?|rodj?en\w*|rodj?enj\w*|rozdj?en\w*|rodent\w*|radjan\w*|ragjan\w*|ragan\w*"
    r"|lindur\w*|lindj\w*|lindi|lind\w*|datelindj\w*|ditelindj\w*|geb(?:oren)?\b)"
)
PHONE = re.compile(
    r"\b(?:tel\w*|phone\w*|mob\w*|cell|gsm|viber|whats\s?app|signal|cel|kontakt\w*|contact\w*|call\w*|fax"
    r"|nazov\w*|pozov\w*|zvat\w*|javi\w*|zovi\w*|javet\w*|thirr\w*|telefono\w*|fiksn\w*|sms)\b"
)
ACCOUNT = re.compile(r"\b(?:iban|account|racun\w*|ziro|smetk\w*|smetka|llogari\w*|xhirollogari\w*|transakcisk\w*)")


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where the words of one subject stand, in order."""

    spans: tuple[tuple[int, int], ...]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def near(self, start: int, end: int, *, before: int, after: int) -> bool:
        """Is one of them at most `before` characters before the stretch, or `after` behind it?"""
        return any(
            (0 <= start - word_end <= before) or (0 <= word_start - end <= after)
            for word_start, word_end in self._around(start, before, end + after)
        )

    def _around(self, start: int, before: int, limit: int) -> Iterable[tuple[int, int]]:
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle][1] < start - before:
                low = middle + 1
            else:
                high = middle
        while low < len(self.spans) and self.spans[low][0] <= limit:
            yield self.spans[low]
            low += 1


def mentions(pattern: re.Pattern[str], *views: str) -> Mentions:
    return Mentions(tuple(sorted({match.span() for view in views for match in pattern.finditer(view)})))
