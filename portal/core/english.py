"""Languages that are offered and not translated yet speak English throughout.

Otherwise a sentence of ours would stand in English with its month, its number or a library's message in another
language. The language stays chosen: addresses, courses and texts of people go by it.
"""

from django.conf import settings
from django.utils import formats
from django.utils.translation import trans_real

from portal.settings.languages import NOT_YET_TRANSLATED


class SpeaksEnglish(trans_real.DjangoTranslation):
    def __init__(self, code: str) -> None:
        super().__init__(settings.LANGUAGE_CODE)
        self._code = code

    def language(self) -> str:
        return self._code

    def to_language(self) -> str:
        return self._code


def speak_english_where_nothing_is_translated() -> None:
    # Both are Django's own tables, filled before it would fill them: it has no setting for "offered, not translated".
    english = formats.get_format_modules(settings.LANGUAGE_CODE)
    for code in NOT_YET_TRANSLATED:
        trans_real._translations[code] = SpeaksEnglish(code)  # type: ignore[attr-defined]
        formats._format_modules_cache[code] = english  # type: ignore[attr-defined]
