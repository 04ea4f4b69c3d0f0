"""Seven languages, two scripts. Django does not know Montenegrin, so it is added to its table."""

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
MACHINE_DRAFTED = {"sq"}


def register_montenegrin() -> None:
    locale.LANG_INFO["cnr"] = {
        "bidi": False,
        "code": "cnr",
        "name": "Montenegrin",
        "name_local": "crnogorski",
        # What is not yet said in Montenegrin is said in the nearest Latin catalogue.
        "fallback": ["sr-latn"],
    }
