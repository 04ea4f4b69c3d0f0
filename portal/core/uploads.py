"""What a file is by its first bytes, whatever its name says."""

from typing import IO, Any

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DOCUMENTS = ("pdf", "docx", "xlsx", "odt", "ods", "txt", "csv")
IMAGES = ("png", "jpg", "jpeg", "webp")
VIDEOS = ("mp4", "webm")
PLAIN_TEXT = frozenset({"txt", "csv"})
SAME = {"jpeg": "jpg"}
# The library knows these containers only as what they are made of.
MADE_OF = {"odt": {"odt", "zip"}, "ods": {"ods", "zip"}, "docx": {"docx", "zip"}, "xlsx": {"xlsx", "zip"}}
HEAD_BYTES = 8192


def check_kind(file: IO[Any], name: str, allowed: tuple[str, ...]) -> None:
    """Raises ValidationError where the ending is not allowed or the content is of another kind. Rewinds the file."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in allowed:
        raise ValidationError(
            _("Choose a file of one of these kinds: %(kinds)s."), params={"kinds": ", ".join(allowed)}, code="kind"
        )
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if not _fits(head, ending):
        raise ValidationError(
            _("The content of this file is not what its name says (.%(ending)s). Save it again in that format."),
            params={"ending": ending},
            code="content",
        )


def _fits(head: bytes, ending: str) -> bool:
    if ending in PLAIN_TEXT:
        return b"\0" not in head and filetype.guess(head) is None
    found = filetype.guess(head)
    return found is not None and found.extension in MADE_OF.get(ending, {SAME.get(ending, ending)})
