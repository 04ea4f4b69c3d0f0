"""English left over on a page in another language."""

import re

_ENGLISH = re.compile(r"\b(?:the|and|your|you|with|are|this|sign|home|password)\b", re.I)
_IN_ANOTHER_LANGUAGE = r"<(\w+)\b[^>]*\blang=\"(?!%s)[^\"]*\"[^>]*>.*?</\1>"
_NOT_READ = re.compile(r"<(script|head)\b.*?</\1>|<[^>]+>", re.S)


def english_in(html: str, page: str) -> list[str]:
    """English words a person would read, outside what is marked as being in another language."""
    own = re.sub(_IN_ANOTHER_LANGUAGE % page, " ", html, flags=re.S)
    return sorted(set(_ENGLISH.findall(_NOT_READ.sub(" ", own))))
