"""What is said above a case about its language, for each language of the page with each language of the case."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.settings.languages import NOT_YET_TRANSLATED
from simulations.agreements.api import reference
from simulations.engine.check.report import LONG
from simulations.engine.text import Text
from simulations.runs.screens.briefing import AROUND_IN_ENGLISH, DRAFTED, IN_ENGLISH, language_notes
from simulations.scenarios.engine.library import path_of
from simulations.scenarios.services import publish_scenario
from tests.english import english_in
from tests.factories.simulations import Player
from tests.simulations.library.playing import case
from tests.simulations.runs.browsing import address

CODES = [code for code, _ in settings.LANGUAGES]
ENGLISH_CASE = case("easter_clock")
EVERYWHERE = replace(ENGLISH_CASE, title=Text({code: code for code in CODES}))
TWICE_DRAFTED = case("late_sentence")


@pytest.mark.parametrize("page", CODES)
def test_a_case_in_english_is_called_so_where_the_page_speaks_another_language(page):
    page_is_english = page == "en" or page in NOT_YET_TRANSLATED
    assert language_notes(ENGLISH_CASE, page) == (() if page_is_english else (IN_ENGLISH,))


@pytest.mark.parametrize("page", CODES)
def test_a_case_in_the_reader_s_language_says_where_only_the_page_around_it_is_english(page):
    assert language_notes(EVERYWHERE, page) == ((AROUND_IN_ENGLISH,) if page in NOT_YET_TRANSLATED else ())


@pytest.mark.parametrize(
    ("page", "notes"), [("en", ()), ("sq", (DRAFTED,)), ("bs", (DRAFTED,)), ("mk", ()), ("sr-latn", ())]
)
def test_a_machine_s_draft_is_called_so_to_whoever_reads_it_and_to_nobody_else(page, notes):
    assert language_notes(TWICE_DRAFTED, page) == notes


def test_a_draft_on_a_page_that_speaks_english_says_both():
    drafted = replace(EVERYWHERE, drafted=("mk",))
    assert language_notes(drafted, "mk") == (AROUND_IN_ENGLISH, DRAFTED)


def test_serbian_words_serve_the_latin_pages_too():
    serbian = replace(ENGLISH_CASE, title=Text({"en": "Case", "sr": "Случај"}), drafted=("sr",))
    assert language_notes(serbian, "sr-latn") == (AROUND_IN_ENGLISH, DRAFTED)


@pytest.fixture
def late_sentence(client, owner):
    publish_scenario(key="late_sentence", raw=path_of("late_sentence").read_bytes(), reference=reference(), limits=LONG)
    client.force_login(owner)
    return Player(owner, key="late_sentence")


@pytest.mark.parametrize(("code", "title"), [("bs", "Kasna rečenica"), ("sq", "Fjalia e vonë")])
def test_a_drafted_case_says_so_once_and_does_not_call_itself_english(client, late_sentence, code, title):
    with translation.override(code):
        page = client.get(reverse("runs:briefing", kwargs={"key": "late_sentence"})).text
        drafted, in_english = str(DRAFTED[0]), str(IN_ENGLISH[0])
    assert f"<h1>{title}</h1>" in page
    assert (page.count(f'<h2 class="ra-note__title">{drafted}</h2>'), page.count(in_english)) == (1, 0)


def test_no_page_of_a_drafted_case_holds_english_where_the_site_is_complete(client, late_sentence):
    scenario = case("late_sentence")
    papers = [key for key, paper in scenario.documents.items() if paper.at_start]
    with translation.override("sq"):
        urls = [reverse("runs:briefing", kwargs={"key": "late_sentence"}), address(late_sentence)]
        urls += [address(late_sentence, "document", key=key) for key in papers]
        urls += [address(late_sentence, "act", key=key) for key in scenario.acts]
        pages = {url: client.get(url) for url in urls}
    left = {url: english_in(page.text, "sq") for url, page in pages.items()}
    assert {url: words for url, words in left.items() if words} == {}
    assert sum(page.status_code == 200 for page in pages.values()) > 10
