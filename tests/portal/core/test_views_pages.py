"""The frame of every page."""

import pytest


@pytest.mark.django_db
def test_an_unknown_address_gets_the_page_with_its_frame(client):
    html = client.get("/en/no-such-page/").content.decode()
    assert '<h1 class="govuk-heading-xl">There is no such page</h1>' in html
    assert '<html lang="en">' in html
    assert html.count('id="kosovo-note"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "lang"), [("sr", "sr-Cyrl"), ("sr-latn", "sr-Latn"), ("mk", "mk"), ("cnr", "cnr-Latn")]
)
def test_the_page_says_its_language_and_script(client, prefix, lang):
    html = client.get(f"/{prefix}/no-such-page/").content.decode()
    assert f'<html lang="{lang}">' in html
    assert f'aria-current="true" lang="{lang}"' in html


@pytest.mark.django_db
def test_each_other_language_is_one_link_away(client):
    html = client.get("/en/no-such-page/").content.decode()
    for prefix, lang in (
        ("sq", "sq"),
        ("bs", "bs"),
        ("mk", "mk"),
        ("sr", "sr-Cyrl"),
        ("sr-latn", "sr-Latn"),
        ("cnr", "cnr-Latn"),
    ):
        assert f'href="/{prefix}/no-such-page/" hreflang="{lang}" lang="{lang}"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/styleguide/", "/en/help/", "/en/accessibility/"])
def test_a_standing_page_opens_without_signing_in(client, address):
    page = client.get(address)
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1


@pytest.mark.django_db
def test_a_page_without_a_language_in_its_address_changes_language_by_a_remembered_choice(client):
    html = client.get("/styleguide/").content.decode()
    assert 'href="/mk/language/?next=%2Fstyleguide%2F" hreflang="mk"' in html
    answer = client.get("/mk/language/", {"next": "/styleguide/"})
    assert answer.headers["Location"] == "/styleguide/"
    assert '<html lang="mk">' in client.get("/styleguide/").content.decode()


@pytest.mark.django_db
def test_the_language_page_leads_nowhere_else(client):
    assert client.get("/mk/language/", {"next": "https://example.org/"}).headers["Location"] == "/"
