"""An upload is checked by its content before it is stored."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from portal.core.uploads import DOCUMENTS, IMAGES, check_kind


def _png() -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (2, 2)).save(body, "PNG")
    return body.getvalue()


def _zip() -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    return body.getvalue()


@pytest.mark.parametrize(
    ("name", "body", "allowed"),
    [
        ("map.png", _png(), IMAGES),
        ("Form.PDF", b"%PDF-1.7\n", DOCUMENTS),
        ("list.csv", b"name;place\n", DOCUMENTS),
        ("notes.odt", _zip(), DOCUMENTS),
    ],
)
def test_a_file_that_is_what_it_says_passes_and_is_rewound(name, body, allowed):
    file = io.BytesIO(body)
    check_kind(file, name, allowed)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "body", "allowed", "code"),
    [
        ("run.exe", b"MZ\x90\x00", DOCUMENTS, "kind"),
        ("drawing.svg", b"<svg onload='x'/>", IMAGES, "kind"),
        ("noending", b"%PDF-1.7\n", DOCUMENTS, "kind"),
        ("form.pdf", b"MZ\x90\x00" + b"\0" * 64, DOCUMENTS, "content"),
        ("form.pdf", _png(), DOCUMENTS, "content"),
        ("photo.png", b"<html><script>", IMAGES, "content"),
        ("list.csv", b"a\0b", DOCUMENTS, "content"),
        ("list.txt", _png(), DOCUMENTS, "content"),
        ("empty.pdf", b"", DOCUMENTS, "content"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(name, body, allowed, code):
    with pytest.raises(ValidationError) as refused:
        check_kind(io.BytesIO(body), name, allowed)
    assert refused.value.code == code
