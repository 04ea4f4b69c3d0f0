"""Public pages of the agreements: what is known, how far it was checked, and what is not known."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from courses.catalogue.demo import build_course
from simulations.agreements import registry
from simulations.agreements.api import reference
from simulations.agreements.engine.shelf import packs
from simulations.agreements.registry import Citation
from simulations.engine.check.report import LONG
from simulations.scenarios.api import publish_scenario
from simulations.scenarios.engine.library import path_of
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def page(client, key: str) -> str:
    return client.get(reverse("agreements:pack", kwargs={"key": key})).text


def rows(html: str) -> dict[str, str]:
    found = re.findall(r"<tr id=\"([a-z_]+)\">(.*?)</tr>", html, re.S)
    return {name: plain(row).strip() for name, row in found}


def test_a_value_says_its_source_its_validity_and_that_nobody_reviewed_it(client):
    found = rows(page(client, "eu-serbia"))
    assert found["reply"].startswith("Reply 10 calendar days From receipt of the application.")
    assert found["reply"].endswith("Art. 10(2) S1 open , Reply from 1 January 2008 Not reviewed")
    assert found["document_validity"].endswith("No value known")
    assert found["roll_over"].endswith("not known Assumption: never decides")


def test_the_page_says_plainly_that_nothing_was_reviewed(client):
    text = plain(page(client, "eu-serbia"))
    assert (
        "Not reviewed. Of 38 values: 0 reviewed, 0 confirmed against the text by a person, 6 known to be missing."
        in text
    )
    assert "Serbia its closed days are not confirmed by a person. Closed days" in text


def test_evidence_form_and_sources_are_on_the_page(client):
    text = plain(page(client, "eu-north-macedonia"))
    assert "Nationality: Prima facie evidence" in text
    assert "Documents of Annex 1 whose validity has expired" in text
    assert "State of health, special care needed (only as far as the transfer needs it)" in text
    assert "eumonitor.eu, Annexes to COM(2007) 432" in text


def test_a_list_that_was_not_found_says_so(client):
    text = plain(page(client, "eu-bih"))
    assert "Annex 1. No value known. The annex of this agreement was not found" in text


def test_agreements_are_compared_by_what_officials_mix_up(client):
    text = client.get(reverse("agreements:index")).text
    cells = {
        plain(head).strip(): [plain(cell).strip() for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.S)]
        for head, row in re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", text, re.S)
    }
    assert len(cells) == 7
    union = cells["Readmission agreement EU–Bosnia and Herzegovina (2007)"]
    swiss = cells["Readmission agreement Switzerland–Bosnia and Herzegovina (2008)"]
    assert union[:2] == [
        "10 calendar days Art. 10(2). Not reviewed.",
        "An extension exists; its length was not found Art. 10(3). No value known.",
    ]
    assert swiss[:2] == ["20 calendar days Not reviewed.", "Up to 30 calendar days in all Not reviewed."]
    assert "Principles above the agreements" in text


@pytest.mark.parametrize("key", sorted(packs()))
def test_every_pack_has_its_page(client, key):
    response = client.get(reverse("agreements:pack", kwargs={"key": key}))
    assert response.status_code == 200
    assert f"State of this page: {packs()[key].digest[:12]}." in response.text


@pytest.mark.parametrize("key", ["eu-atlantis", "EU-SERBIA", "..", "x" * 300])
def test_an_unknown_pack_is_not_found(client, key):
    assert client.get(f"/en/law/agreements/{key}/").status_code == 404


def test_a_link_from_the_page_chooses_the_agreement_and_asks_nothing_yet(client):
    text = client.get(reverse("agreements:deadlines"), {"agreement": "eu-bih"}).text
    assert '<option value="eu-bih" selected>' in text
    assert "govuk-error-summary" not in text


def test_only_staff_sees_what_rests_on_it(client):
    assert "What rests on it" not in page(client, "eu-serbia")
    client.force_login(person(email="learner@example.org"))
    assert "What rests on it" not in page(client, "eu-serbia")
    client.force_login(person("author", email="author@example.org"))
    text = plain(page(client, "eu-serbia"))
    assert "What rests on it" in text
    assert re.search(r"Easter clock practice case, as it ships \d+ places , Easter clock ", text)
    assert "eu-serbia.extension deadlines.reply.extension" in text


def test_what_rests_on_it_is_called_by_its_title_and_its_places_are_folded_away(client, monkeypatch):
    easter = {"en": "Easter clock", "sq": "Ora e Pashkës"}
    found = [
        Citation(
            "eu-serbia.reply", "case", "easter_clock", "deadlines.reply.value", easter, "/en/cases/checks/easter/"
        ),
        Citation("eu-serbia.error", "case", "easter_clock", "acts.look.cites[0]", easter, "/en/cases/checks/easter/"),
        Citation("eu-serbia.reply", "lesson", "Afatet (sq)", "[0].value", {"sq": "Afatet"}, ""),
    ]
    monkeypatch.setattr(registry, "_finders", [lambda tokens: found])
    client.force_login(person("author", email="author@example.org"))
    shown = page(client, "eu-serbia").partition('id="h-touch"')[2]
    assert '<strong lang="sq">Afatet</strong> <span class="ra-muted">lesson, as it is read</span><details>' in shown
    assert '<strong><a href="/en/cases/checks/easter/">Easter clock</a></strong>' in shown
    assert re.findall(r"<summary>(\d+ places?)<", shown) == ["1 place", "2 places"]
    assert [where in shown.partition("<details>")[0] for where in ("acts.look", "[0].value")] == [False, False]
    with translation.override("sq"):
        shown = page(client, "eu-serbia")
    assert re.findall(r"<summary>(\d+ \w+)<", shown) == ["1 vend", "2 vende"]
    assert "Ora e Pashkës</a></strong>" in shown


def test_a_published_case_and_a_lesson_of_an_open_course_lead_to_their_pages(client):
    publish_scenario(key="easter_clock", raw=path_of("easter_clock").read_bytes(), reference=reference(), limits=LONG)
    build_course("readmission-basics", actor=person())
    client.force_login(person("author", email="author@example.org"))
    shown = page(client, "eu-serbia").partition('id="h-touch"')[2]
    found = re.findall(r"<strong><a href=\"(.*?)\">(.*?)</a></strong> <span class=\"ra-muted\">(.*?)</span>", shown)
    check, course = "/en/cases/checks/easter_clock/", "/en/learn/readmission-basics/"
    assert set(found) >= {
        (check, "Easter clock", "practice case, as it ships"),
        (check, "Easter clock", "practice case, as it is played"),
        (course, "Time limits and when they start", "course, as it ships"),
    }


def test_at_most_two_queries_for_a_visitor_and_nine_for_staff(client, django_assert_num_queries):
    addresses = [reverse("agreements:index"), reverse("agreements:pack", kwargs={"key": "eu-serbia"})]
    for url, queries in zip(addresses, (0, 2), strict=True):
        client.get(url)
        with django_assert_num_queries(queries):
            client.get(url)
    client.force_login(person("author", email="author@example.org"))
    with django_assert_num_queries(9):
        client.get(addresses[1])


def test_the_name_of_kosovo_carries_its_mark(client):
    for text in (page(client, "kosovo-austria"), client.get(reverse("agreements:index")).text):
        assert re.findall(r"Kosovo(?!\*|<a class=\"ra-ast\"| declaration)", text) == []


@pytest.mark.parametrize("locale", ["sq", "sr", "mk", "bs"])
def test_words_in_another_language_are_marked_as_such(client, locale):
    with translation.override(locale):
        text = client.get(reverse("agreements:pack", kwargs={"key": "eu-serbia"})).text
    assert ("10 ditë kalendarike" in text) == (locale == "sq")
    if locale == "sq":
        assert ' lang="en">The text says that the limit runs from receipt' in text
