from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from courses.catalogue.blocks.reader import Part, Reader, html_part
from courses.catalogue.blocks.text import ProseBlock
from portal.core.uploads import VIDEOS


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock()
    alt = blocks.CharBlock(max_length=250, label=_("What the picture shows"), help_text=_("Read out instead of it."))
    caption = blocks.CharBlock(required=False, max_length=250)

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        rendition = value["image"].get_rendition("max-720x720|format-webp|preserve-svg")
        return html_part(
            "image", {"image": rendition, "alt": value["alt"], "caption": reader.words(value["caption"] or "")}
        )

    class Meta:
        icon = "image"
        label = _("Image")


class VideoBlock(blocks.StructBlock):
    """From our own store only: no third party learns who watches. The transcript is required."""

    title = blocks.CharBlock(max_length=120)
    file = DocumentChooserBlock(label=_("Video file"), help_text=_("MP4 or WebM, at most 100 MB."))
    minutes = blocks.DecimalBlock(min_value=0, max_digits=4, decimal_places=1)
    transcript = ProseBlock()

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value["file"].file_extension.lower() not in VIDEOS:
            wrong = ValidationError(_("This is no video. Choose a file that ends in .mp4 or .webm."))
            raise StructBlockValidationError(block_errors={"file": wrong})
        return value

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        return html_part(
            "video",
            {
                "uuid": uuid,
                "title": value["title"],
                "file": value["file"],
                "minutes": value["minutes"],
                "transcript": reader.prose(value["transcript"].source),
            },
        )

    class Meta:
        icon = "media"
        label = _("Video")


class DownloadBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    file = DocumentChooserBlock()
    html = ProseBlock(required=False, label=_("What it is for"))

    def parts(self, value: Any, uuid: str, reader: Reader) -> list[Part]:
        document = value["file"]
        return [
            {
                "kind": "download",
                "uuid": uuid,
                "title": value["title"],
                "html": str(reader.prose(value["html"].source)),
                "url": document.url,
                "bytes": document.get_file_size() or 0,
                "ending": document.file_extension.upper(),
            }
        ]

    class Meta:
        icon = "download"
        label = _("Download")
