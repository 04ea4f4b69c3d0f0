"""The frame of every page."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override


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
def test_a_page_in_a_language_without_words_says_that_it_is_english(client, prefix, lang):
    html = client.get(f"/{prefix}/no-such-page/").content.decode()
    assert '<html lang="en">' in html
    assert f'aria-current="true" lang="{lang}"' in html
    assert html.count("</span>: not translated yet, so you read it in English.") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["en", "sq", "bs"])
def test_a_page_with_words_says_its_own_language(client, prefix):
    html = client.get(f"/{prefix}/no-such-page/").content.decode()
    assert f'<html lang="{prefix}">' in html
    assert "not translated yet" not in html


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
    assert 'aria-current="true" lang="mk"' in client.get("/styleguide/").content.decode()


@pytest.mark.django_db
def test_the_language_page_leads_nowhere_else(client):
    assert client.get("/mk/language/", {"next": "https://example.org/"}).headers["Location"] == "/"


@pytest.mark.parametrize(
    ("template", "language", "words"),
    [
        ("500.html", "en", "The fault is ours, not yours."),
        ("500.html", "sq", "Gabimi është yni, jo juaji."),
        ("400.html", "sq", "Kjo kërkesë nuk mund të lexohej"),
    ],
)
def test_an_error_without_database_or_request_speaks_the_language_that_is_known(template, language, words):
    with override(language):
        page = render_to_string(template)
    assert words in page
    assert f'<html lang="{language}">' in page
