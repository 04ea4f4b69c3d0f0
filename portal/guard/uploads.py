"""What authors upload in the admin: the content must be what the name says, and the title passes the guard."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.core.uploads import DOCUMENTS, IMAGES, VIDEOS, check_kind
from portal.guard.engine.findings import Level
from portal.guard.services import check, note_incident
from portal.guard.words import passages

MEGABYTE = 1024 * 1024
DOCUMENT_MEGABYTES, VIDEO_MEGABYTES = 10, 100


class CheckedTitle(forms.ModelForm):
    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        verdict = check(title)
        if verdict.level >= Level.HOLD:
            note_incident(place="upload title", text=title, verdict=verdict)
            raise ValidationError([passage.message(str(_("Title"))) for passage in passages(title, verdict.findings)])
        return title


class DocumentForm(CheckedTitle, BaseDocumentForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_kind(file, file.name or "", DOCUMENTS + VIDEOS)
            _check_size(file)
        return file


def _check_size(file: UploadedFile) -> None:
    is_video = (file.name or "").lower().endswith(VIDEOS)
    most = VIDEO_MEGABYTES if is_video else DOCUMENT_MEGABYTES
    if (file.size or 0) > most * MEGABYTE:
        words = _("This file is too large. Choose one of at most %(most)s MB.")
        raise ValidationError(words, params={"most": most}, code="size")


class ImageForm(CheckedTitle, BaseImageForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_kind(file, file.name or "", IMAGES)
        return file
