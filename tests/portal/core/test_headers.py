"""What each answer carries."""

import pytest
from django.conf import settings
from django.http import HttpResponse

from portal.core.middleware import AdminPolicy, RequestId

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def _policy(answer) -> set[str]:
    return {part.strip() for part in answer["Content-Security-Policy"].split(";")}


def test_pages_allow_nothing_inline_and_nothing_foreign(client):
    assert _policy(client.get("/healthz")) == {part.strip() for part in STRICT.split(";")}


@pytest.mark.django_db
def test_the_admin_alone_has_its_own_policy(client):
    policy = _policy(client.get("/admin/login/"))
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "frame-ancestors 'self'" in policy


def test_a_path_that_only_begins_like_the_admin_stays_strict(rf):
    response = AdminPolicy(lambda request: HttpResponse())(rf.get("/administration/"))
    assert not hasattr(response, "_csp_replace")


@pytest.mark.parametrize(
    ("given", "kept"),
    [("abc-12345", True), ("short", False), ("x" * 65, False), ("with space in it", False), ("", False)],
)
def test_a_request_id_is_taken_only_where_it_is_well_formed(rf, given, kept):
    response = RequestId(lambda request: HttpResponse())(rf.get("/", headers={"X-Request-ID": given}))
    assert (response["X-Request-ID"] == given) is kept
    assert len(response["X-Request-ID"]) >= 8


def test_seven_languages_are_served():
    assert [code for code, _ in settings.LANGUAGES] == ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"]
