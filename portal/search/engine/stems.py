"""Where a word is cut before it is asked for: found words begin with the stem, so a light hand is enough.

Endings of cases and articles in Bosnian, Montenegrin, Serbian, Macedonian and Albanian, and the English plural.
"""

LEAST = 4
_ENDINGS = sorted(
    (
        *("ovima", "evima", "ijama", "ima", "ama", "oga", "ome", "omu", "ega", "ovi", "evi", "ova", "eva", "ije"),
        *("om", "em", "og", "oj", "ih", "im", "ju", "je", "ja", "ji", "u", "a", "e", "i", "o"),
        *("ata", "eto", "oto", "ite", "ot", "ta", "to", "te", "ut"),
        *("eve", "ave", "ese", "eses", "shme", "shem", "ve", "it", "et", "es", "s", "n"),
    ),
    key=len,
    reverse=True,
)


def stem(word: str) -> str:
    """At most one ending goes, and never so much that the word becomes a different one."""
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word
