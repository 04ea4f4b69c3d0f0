"""Practice questions in which several things each get a place: matching, and putting in order."""

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.keys import KeyBlock
from courses.catalogue.blocks.reader import Part, Reader, law_of


class TargetBlock(blocks.StructBlock):
    key = KeyBlock(max_length=20)
    text = blocks.CharBlock(max_length=300)


class MatchedBlock(TargetBlock):
    target = KeyBlock(max_length=20, help_text=_("Key of the target it belongs to."))


class MatchingBlock(blocks.StructBlock):
    stem = blocks.TextBlock(max_length=600)
    rows = blocks.ListBlock(MatchedBlock(), min_num=2)
    targets = blocks.ListBlock(TargetBlock(), min_num=2)
    feedback = blocks.TextBlock(required=False, max_length=1000)
    law = blocks.ListBlock(KeyBlock(max_length=80), default=[], required=False)
    competency = KeyBlock(required=False, max_length=60)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        known = {target["key"] for target in cleaned["targets"]}
        if any(row["target"] not in known for row in cleaned["rows"]):
            problem = ValidationError(_("A row names a target that is missing."))
            raise blocks.StructBlockValidationError({"rows": problem})
        return cleaned

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        correct = {row["key"]: row["target"] for row in value["rows"]}
        targets = [{"id": target["key"], "text": target["text"]} for target in value["targets"]]
        return _question("matching", value, uuid, reader, value["rows"], targets, correct)

    class Meta:
        icon = "order"
        label = _("Practice: match")


class OrderingBlock(blocks.StructBlock):
    stem = blocks.TextBlock(max_length=600)
    rows = blocks.ListBlock(TargetBlock(), min_num=3, help_text=_("In the right order; learners see them mixed."))
    feedback = blocks.TextBlock(required=False, max_length=1000)
    law = blocks.ListBlock(KeyBlock(max_length=80), default=[], required=False)
    competency = KeyBlock(required=False, max_length=60)

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        correct = {row["key"]: str(n) for n, row in enumerate(value["rows"], 1)}
        places = [{"id": str(n), "text": str(n)} for n in range(1, len(correct) + 1)]
        # The same mix for everybody and in every language, so that two colleagues can talk about it.
        mixed = sorted(value["rows"], key=lambda row: hashlib.sha256(f"{uuid}{row['key']}".encode()).digest())
        return _question("ordering", value, uuid, reader, mixed, places, correct)

    class Meta:
        icon = "list-ol"
        label = _("Practice: put in order")


def _question(
    kind: str, value: Any, uuid: str, reader: Reader, rows: Any, targets: list[dict[str, str]], correct: dict[str, str]
) -> list[Part]:
    return [
        {
            "kind": "question",
            "uuid": uuid,
            "type": kind,
            "stem": str(reader.words(value["stem"])),
            "rows": [{"id": row["key"], "text": str(reader.words(row["text"]))} for row in rows],
            "targets": targets,
            "correct": correct,
            "feedback": str(reader.words(value["feedback"] or "")),
            "law": law_of(value["law"], uuid, reader),
            "competency": value["competency"],
        }
    ]
