from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.reader import Part, Reader, html_part
from courses.catalogue.blocks.text import ProseBlock


class CaseBlock(blocks.StructBlock):
    person = blocks.CharBlock(required=False, max_length=80, help_text=_("Fictional, from Utopia (UTO)."))
    html = ProseBlock(label=_("The case"))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        return html_part("case", {"uuid": uuid, "html": reader.prose(value["html"].source)})

    class Meta:
        icon = "user"
        label = _("Case")
