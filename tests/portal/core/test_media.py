"""The door to pictures: for people of the site, and for pictures only."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.documents.models import Document

from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret.txt").write_text("beside the store")
    for name in ("images/clock.webp", "documents/form.pdf"):
        default_storage.save(name, ContentFile(b"RIFF"))


def test_a_picture_of_a_lesson_is_shown_to_whoever_is_signed_in(client):
    client.force_login(person())
    answer = client.get("/media/images/clock.webp")
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"RIFF")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "private, max-age=31536000, immutable")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_stranger_is_shown_no_picture(client):
    assert client.get("/media/images/clock.webp").status_code == 404


@pytest.mark.parametrize("path", ["documents/form.pdf", "images/none.webp", "images/../../secret.txt"])
def test_nothing_else_of_the_store_is_handed_out(client, path):
    client.force_login(person())
    assert client.get(f"/media/{path}").status_code == 404


def test_nothing_is_written_through_the_door(client):
    client.force_login(person())
    assert client.post("/media/images/clock.webp").status_code == 405


def test_a_video_is_handed_out_in_the_parts_a_player_asks_for(client):
    body = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(range(256)) * 4
    address = Document.objects.create(title="The desk", file=ContentFile(body, "desk.mp4")).url
    client.force_login(person())
    part = client.get(address, headers={"Range": "bytes=4-11", "Accept-Encoding": "gzip"})
    assert (part.status_code, part.content, part["Content-Range"]) == (206, b"ftypmp42", f"bytes 4-11/{len(body)}")
    assert client.get(address, headers={"Range": "bytes=24-"}).content == body[24:]
    assert client.get(address, headers={"Range": f"bytes={len(body)}-"}).status_code == 416
