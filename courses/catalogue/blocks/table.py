from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.catalogue.blocks.reader import Part, Reader, html_part


class TableBlock(blocks.StructBlock):
    """Caption and column heads are required: without them a table cannot be listened to."""

    caption = blocks.CharBlock(max_length=200)
    head = blocks.ListBlock(blocks.CharBlock(max_length=120), min_num=1)
    rows = blocks.ListBlock(blocks.ListBlock(blocks.CharBlock(required=False, max_length=400)), min_num=1)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        wrong = [n for n, row in enumerate(cleaned["rows"], 1) if len(row) != len(cleaned["head"])]
        if wrong:
            numbers = ", ".join(map(str, wrong))
            raise blocks.StructBlockValidationError(
                {"rows": ValidationError(_("These rows have another number of cells than the head: %s") % numbers)}
            )
        return cleaned

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        head = [reader.words(cell) for cell in value["head"]]
        rows = [list(zip(head, [reader.words(cell) for cell in row], strict=True)) for row in value["rows"]]
        return html_part("table", {"caption": reader.words(value["caption"]), "head": head, "rows": rows})

    class Meta:
        icon = "table"
        label = _("Table")
