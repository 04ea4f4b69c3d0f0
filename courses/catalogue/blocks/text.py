from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from courses.catalogue.blocks.reader import Part, Reader, html_part

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=FEATURES, **kwargs)

    def parts(self, value: RichText, uuid: str, reader: Reader) -> list[Part]:
        return html_part("text", {"html": reader.prose(value.source)})

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class ProseBlock(blocks.RichTextBlock):
    """Text inside another block: no headings, which would break the order of the lesson's own."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=["bold", "italic", "ol", "ul", "link"], **kwargs)
