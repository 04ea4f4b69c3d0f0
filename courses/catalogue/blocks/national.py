from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock
from courses.catalogue.blocks.reader import Part, Reader
from courses.catalogue.blocks.text import ProseBlock


class NationalBlock(blocks.StructBlock):
    """What is different in one jurisdiction. Its officials see it in the text, all others folded."""

    jurisdiction = KeyBlock(max_length=2, help_text=_("Its code: AL, BA, XK, ME, MK, RS."))
    title = blocks.CharBlock(max_length=120)
    html = ProseBlock(label=_("Text"))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        return [
            {
                "kind": "national_insert",
                "uuid": uuid,
                "jurisdiction": value["jurisdiction"],
                "title": str(reader.words(value["title"])),
                "html": str(reader.prose(value["html"].source)),
            }
        ]

    class Meta:
        icon = "globe"
        label = _("National law")
