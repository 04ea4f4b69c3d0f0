from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.reader import Part, Reader, html_part
from courses.catalogue.blocks.text import ProseBlock

TONES = (("plain", _("Plain")), ("ok", _("In order")), ("warn", _("Careful")), ("safeguard", _("Safeguard")))


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(choices=TONES, default="plain")
    title = blocks.CharBlock(max_length=120)
    html = ProseBlock(label=_("Text"))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        tone = "" if value["tone"] == "plain" else value["tone"]
        return html_part(
            "callout",
            {"tone": tone, "title": reader.words(value["title"]), "html": reader.prose(value["html"].source)},
        )

    class Meta:
        icon = "warning"
        label = _("Callout")


class ChecklistBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    items = blocks.ListBlock(blocks.CharBlock(max_length=300), min_num=1)

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        items = [reader.words(item) for item in value["items"]]
        return html_part("checklist", {"title": reader.words(value["title"]), "items": items})

    class Meta:
        icon = "tick-inverse"
        label = _("Checklist")
