"""What authors upload in the admin: the content must be what the name says, and the title passes the guard."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.core.uploads import DOCUMENTS, IMAGES, check_kind
from portal.guard.engine.findings import Level
from portal.guard.services import check, note_incident
from portal.guard.words import passages

DOCUMENT_BYTES = 10 * 1024 * 1024


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
            if (file.size or 0) > DOCUMENT_BYTES:
                raise ValidationError(_("This file is too large. Choose one of at most 10 MB."), code="size")
            check_kind(file, file.name or "", DOCUMENTS)
        return file


class ImageForm(CheckedTitle, BaseImageForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_kind(file, file.name or "", IMAGES)
        return file
