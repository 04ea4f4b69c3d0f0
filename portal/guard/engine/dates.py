"""A full date as officials of the region write it, on the `word` or the `code` view."""

import re

_MONTHS = (
    r"(?:jan\w*|feb\w*|fev\w*|shkurt\w*|mar[ctsz]\w*|mars|apr\w*|prill\w*|ma[jiy]\w*|jun\w*|qershor\w*|jul\w*|korrik\w*|avg\w*|aug\w*"
    r"|gusht\w*|sep\w*|shtator\w*|okt\w*|oct\w*|tetor\w*|nov\w*|nentor\w*|dec\w*|dez\w*|dhjetor\w*|sij\w*|velj\w*|ozuj\w*|trav\w*|svib\w*"
    r"|lip\w*|srp\w*|kolov\w*|ruj\w*|listop\w*|stud\w*|pros\w*)"
)
_YEAR = r"(?:19[0-9]{2}|20[0-4][0-9])"
DATE = re.compile(
    rf"(?<![0-9./])(?:(?:0?[1-9]|[12][0-9]|3[01])[\s]?[./\- ][\s]?(?:0?[1-9]|1[0-2])[\s]?[./\- ][\s]?{_YEAR}"
    rf"|{_YEAR}[\s]?[./\-][\s]?(?:0?[1-9]|1[0-2])[\s]?[./\-][\s]?(?:0?[1-9]|[12][0-9]|3[01])"
    rf"|(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\.?\s?(?:of\s)?{_MONTHS}\.?,?\s{{1,2}}{_YEAR}"
    rf"|{_MONTHS}\s(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?,\s{_YEAR}"
    rf"|(?:0?[1-9]|[12][0-9]|3[01])[./](?:0?[1-9]|1[0-2])[./][0-9]{{2}})(?![0-9/])"
)
