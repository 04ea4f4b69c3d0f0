"""What an author uploads in the admin."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents.models import Document
from wagtail.images.models import Image as StoredImage

from portal.guard import uploads

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(get_user_model().objects.create_superuser("admin@example.org", name="Admin"))
    return client


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def _png() -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (2, 2)).save(body, "PNG")
    return body.getvalue()


def _send(client, kind, name, body, title="A form"):
    file = SimpleUploadedFile(name, body)
    return client.post(f"/admin/{kind}/add/", {"title": title, "file": file, "collection": 1})


def test_a_document_that_is_what_it_says_is_stored(admin):
    _send(admin, "documents", "form.pdf", b"%PDF-1.7\n")
    assert Document.objects.get().title == "A form"


# How every MP4 file begins: the length of a box, and what it is.
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 64


def test_a_video_is_a_document_too_and_may_be_larger(admin, monkeypatch):
    monkeypatch.setattr(uploads, "DOCUMENT_MEGABYTES", 0)
    _send(admin, "documents", "desk.mp4", MP4, title="At the desk")
    page = _send(admin, "documents", "form.pdf", b"%PDF-1.7\n")
    assert "This file is too large. Choose one of at most 0 MB." in page.content.decode()
    assert [document.title for document in Document.objects.all()] == ["At the desk"]


def test_a_document_is_read_by_people_of_the_site_only(admin, client):
    _send(admin, "documents", "form.pdf", b"%PDF-1.7\n")
    url = Document.objects.get().url
    assert b"".join(admin.get(url).streaming_content) == b"%PDF-1.7\n"
    client.logout()
    assert client.get(url)["Location"] == f"/en/account/login/?next={url}"


def test_a_program_named_like_a_document_is_refused_and_not_stored(admin):
    page = _send(admin, "documents", "form.pdf", b"MZ\x90\x00" + b"\0" * 64)
    assert "The content of this file is not what its name says" in page.content.decode()
    assert Document.objects.count() == 0


def test_a_page_named_like_a_picture_is_refused_and_not_stored(admin):
    _send(admin, "images", "photo.png", b"<html><script>alert(1)</script></html>")
    assert StoredImage.objects.count() == 0
    _send(admin, "images", "photo.png", _png())
    assert StoredImage.objects.count() == 1


def test_a_title_with_a_personal_number_is_held_and_kept_in_the_form(admin):
    title = "Statement of 0101990710016"
    page = _send(admin, "documents", "form.pdf", b"%PDF-1.7\n", title=title)
    assert Document.objects.count() == 0
    assert title in page.content.decode()
