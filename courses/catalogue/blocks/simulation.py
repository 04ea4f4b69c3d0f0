from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock
from courses.catalogue.blocks.reader import Part, Reader
from courses.catalogue.blocks.text import ProseBlock


class SimulationBlock(blocks.StructBlock):
    """A way into a practice case from within a lesson. The run pins the version of the case."""

    scenario = KeyBlock(max_length=80, help_text=_("Key of the case, for example easter_clock."))
    title = blocks.CharBlock(max_length=120)
    html = ProseBlock(label=_("What awaits the learner"))
    minutes = blocks.IntegerBlock(min_value=1, default=25)
    required = blocks.BooleanBlock(required=False, help_text=_("The course is done only when the case is passed."))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        return [
            {
                "kind": "simulation",
                "uuid": uuid,
                "scenario": value["scenario"],
                "title": value["title"],
                "html": str(reader.prose(value["html"].source)),
            }
        ]

    class Meta:
        icon = "cogs"
        label = _("Practice case")
