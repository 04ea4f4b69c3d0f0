from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock
from courses.catalogue.blocks.reader import Part, Reader, law_of

TYPES = (("single", _("One answer")), ("multiple", _("Several answers")), ("true_false", _("True or false")))


class OptionBlock(blocks.StructBlock):
    """The key is the same in every language; answers and statistics hold on to it."""

    key = KeyBlock(max_length=20)
    text = blocks.CharBlock(max_length=400)
    is_right = blocks.BooleanBlock(required=False)
    feedback = blocks.TextBlock(required=False, max_length=1000)


class QuestionBlock(blocks.StructBlock):
    """A practice question: answered in the lesson, explained at once, never scored."""

    type = blocks.ChoiceBlock(choices=TYPES, default="single")
    stem = blocks.TextBlock(max_length=600)
    options = blocks.ListBlock(OptionBlock(), min_num=2)
    feedback = blocks.TextBlock(required=False, max_length=1000, help_text=_("Shown after every answer."))
    law = blocks.ListBlock(KeyBlock(max_length=80), default=[], required=False)
    competency = KeyBlock(required=False, max_length=60)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        keys = [option["key"] for option in cleaned["options"]]
        right = sum(option["is_right"] for option in cleaned["options"])
        if len(set(keys)) != len(keys):
            raise _refused(_("Two options have the same key."))
        if not right:
            raise _refused(_("No option is marked as right."))
        if cleaned["type"] != "multiple" and right > 1:
            raise _refused(_("Only one option can be right in a question of this type."))
        return cleaned

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        options = value["options"]
        return [
            {
                "kind": "question",
                "uuid": uuid,
                "type": value["type"],
                "stem": str(reader.words(value["stem"])),
                "options": [
                    {"id": o["key"], "text": str(reader.words(o["text"])), "feedback": str(reader.words(o["feedback"]))}
                    for o in options
                ],
                "correct": [option["key"] for option in options if option["is_right"]],
                "feedback": str(reader.words(value["feedback"] or "")),
                "law": law_of(value["law"], uuid, reader),
                "competency": value["competency"],
            }
        ]

    class Meta:
        icon = "help"
        label = _("Practice question")


def _refused(message: Any) -> blocks.StructBlockValidationError:
    return blocks.StructBlockValidationError({"options": ValidationError(message)})
