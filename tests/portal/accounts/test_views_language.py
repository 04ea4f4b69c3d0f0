import pytest

from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def test_the_switch_keeps_the_place_and_is_remembered_for_the_person(client):
    user = person(locale="en")
    client.force_login(user)
    response = client.get("/en/account/language/sr-latn/", {"next": "/en/account/profile/?a=1"})
    assert response["Location"] == "/sr-latn/account/profile/?a=1"
    assert response.cookies["django_language"].value == "sr-latn"
    user.refresh_from_db()
    assert user.locale == "sr-latn"


def test_whoever_is_signed_in_finds_the_remembering_link_on_every_page(client):
    client.force_login(person())
    page = client.get("/en/account/profile/").content.decode()
    assert 'href="/en/account/language/sq/?next=%2Fsq%2Faccount%2Fprofile%2F"' in page


def test_a_stranger_switches_too(client):
    response = client.post("/en/account/language/mk/", {"next": "/en/account/login/"})
    assert response["Location"] == "/mk/account/login/"


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example.org/", "//elsewhere.example.org", "", "javascript:alert(1)"]
)
def test_another_site_is_no_place_to_come_back_to(client, place):
    assert client.get("/en/account/language/mk/", {"next": place})["Location"] == "/mk/"


@pytest.mark.parametrize("code", ["xx", "de", "en-gb", "EN", "sr-cyrl", "%00", "a" * 300])
def test_an_unknown_language_is_said_in_words(client, code):
    user = person()
    client.force_login(user)
    response = client.get(f"/en/account/language/{code}/")
    assert response.status_code == 404
    user.refresh_from_db()
    assert user.locale == "en"


@pytest.mark.parametrize("path", ["/xx/", "/de/account/login/", "/sr-cyrl/", "/%00/", "/en-gb/account/login/"])
def test_an_address_in_an_unknown_language_is_a_page_that_does_not_exist(client, path):
    assert client.get(path, follow=True).status_code == 404


def test_a_language_the_browser_made_up_is_passed_over(client):
    client.cookies["django_language"] = "xx"
    response = client.get("/", headers={"accept-language": "tlh, xx;q=0.9"})
    assert response["Location"] == "/en/"
