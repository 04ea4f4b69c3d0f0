from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock
from courses.catalogue.blocks.reader import Part, Reader, html_part


class CitationBlock(blocks.StructBlock):
    """A provision of the law register. Title, source and review mark come from there, never from the author."""

    provision = KeyBlock(max_length=80, help_text=_("Key in the law register, for example eu-serbia.art-17."))
    note = blocks.CharBlock(required=False, max_length=500, help_text=_("What it means, in your own words."))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        provision = reader.provision(value["provision"], uuid)
        if provision is None:
            return []
        text = reader.words(value["note"]) if value["note"] else provision.text
        return html_part("citation", {"provision": provision, "text": text})

    class Meta:
        icon = "openquote"
        label = _("Law")


class DeadlineBlock(blocks.StructBlock):
    """A month with the days of one time limit, counted by the agreement pack and never by hand."""

    value = KeyBlock(max_length=80, help_text=_("Value of an agreement pack, for example eu-serbia.reply."))
    received = blocks.DateBlock(label=_("Day of receipt"))
    requested = KeyBlock(max_length=2, label=_("Requested side"), help_text=_("Its code: RS, AL, XK …"))
    requesting = KeyBlock(max_length=2, label=_("Requesting side"))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        return html_part("deadline", reader.calendar(value))

    class Meta:
        icon = "calendar"
        label = _("Time limit")
