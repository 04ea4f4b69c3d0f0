"""Seven languages, two scripts. Django does not know Montenegrin, so it is added to its table."""

import re

from django.conf import locale

LANGUAGES = [
    ("en", "English"),
    ("sq", "Shqip"),
    ("bs", "Bosanski"),
    ("cnr", "Crnogorski"),
    ("mk", "Македонски"),
    ("sr", "Српски"),
    ("sr-latn", "Srpski"),
]

# What a screen reader and a Cyrillic font need to know; keys are Django's codes.
HTML_LANG = {"cnr": "cnr-Latn", "sr": "sr-Cyrl", "sr-latn": "sr-Latn"}

# Catalogues that a person has not yet reviewed say so on every page in that language.
MACHINE_DRAFTED = {"bs", "sq"}


# Catalogues without words: their pages speak English, say so to people and to screen readers, and count its days.
NOT_YET_TRANSLATED = {"cnr", "mk", "sr", "sr-latn"}


def spoken(code: str) -> str:
    """The language a page of this code is written in, as its lang attribute says it."""
    return "en" if code in NOT_YET_TRANSLATED else HTML_LANG.get(code, code)


def lang_mark(code: str, *, on: str) -> str:
    """What the lang attribute of a text says on a page of the code `on`; empty where the page says it already."""
    own = HTML_LANG.get(code, code)
    return "" if own == spoken(on) else own


# Languages that count the days of a month with a point and decline the month beside them: 18. maja.
DECLINED_DATES = {"bs"}
_DAY_AND_MONTH = re.compile(r"(?:(l|D) )?j [FM]")


def date_letters(letters: str, code: str) -> str:
    """Django's letters for a date as this language writes it.

    After “until” or “from” the name of the weekday would have to be declined too; shortened it need not. A shortened
    month cannot be declined, so it is written out.
    """
    if code not in DECLINED_DATES:
        return letters
    return _DAY_AND_MONTH.sub(lambda found: "D j. E" if found[1] else "j. E", letters)


def register_montenegrin() -> None:
    locale.LANG_INFO["cnr"] = {
        "bidi": False,
        "code": "cnr",
        "name": "Montenegrin",
        "name_local": "crnogorski",
        # What is not yet said in Montenegrin is said in the nearest Latin catalogue.
        "fallback": ["sr-latn"],
    }
