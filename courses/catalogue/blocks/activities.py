from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock


class QuizBlock(blocks.StructBlock):
    """The final test as a step of the course. Its questions live in the question bank under the key."""

    key = KeyBlock(
        max_length=80,
        label=_("Key of the test"),
        help_text=_("Its questions are written in the file of the course in courses/library, not here."),
    )
    title = blocks.CharBlock(max_length=120)
    summary = blocks.CharBlock(required=False, max_length=300)
    minutes = blocks.IntegerBlock(min_value=0, default=25)
    opens_after_lessons = blocks.BooleanBlock(required=False, default=True)
    required = blocks.BooleanBlock(required=False, default=True)

    class Meta:
        icon = "form"
        label = _("Test")


class CaseActivityBlock(blocks.StructBlock):
    scenario = KeyBlock(max_length=80, label=_("Key of the case"))
    title = blocks.CharBlock(max_length=120)
    summary = blocks.CharBlock(required=False, max_length=300)
    minutes = blocks.IntegerBlock(min_value=0, default=30)
    required = blocks.BooleanBlock(required=False, default=True)

    class Meta:
        icon = "cogs"
        label = _("Practice case")
