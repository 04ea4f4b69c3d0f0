"""What the catalogue and the briefing say: where to begin, what is passed, what is withdrawn, what was proved."""

import pytest
from django.urls import reverse
from django.utils import translation

from portal.accounts.models import Institution
from simulations.runs.models import SupportLine
from simulations.runs.screens import certificate
from simulations.runs.screens.certificate import read
from simulations.scenarios import services as scenarios
from tests.factories.simulations import SMALL_CASE, Player, publish

pytestmark = pytest.mark.django_db
INDEX = "/en/cases/"


@pytest.fixture
def browser(client, owner, small_case):
    client.force_login(owner)
    return client


def briefing(key: str = "small-case") -> str:
    return reverse("runs:briefing", kwargs={"key": key})


def test_who_has_played_nothing_is_shown_where_to_begin(browser):
    assert "A good case to begin with" in browser.get(INDEX).text


def test_who_is_in_the_middle_goes_on_first(browser, play):
    page = browser.get(INDEX).text
    assert page.index("Continue the case") < page.index("Cases to play alone")
    assert "A good case to begin with" not in page


def test_who_has_passed_everything_reads_it(browser, finished):
    assert "You have passed every case" in browser.get(INDEX).text


def test_one_case_that_is_not_passed_is_enough_to_say_nothing(browser, finished):
    publish(key="other", raw=SMALL_CASE.replace("Small case", "Other case"))
    assert "You have passed every case" not in browser.get(INDEX).text


@pytest.mark.parametrize(("wanted", "found"), [("language=en", 1), ("language=sq", 0), ("level=demanding", 0), ("", 1)])
def test_filters(browser, wanted, found):
    assert browser.get(f"{INDEX}?{wanted}").text.count('class="case"') == found


def test_a_withdrawn_case_is_there_for_those_who_began_it_and_for_nobody_else(browser, play, client, stranger):
    scenarios.withdraw_scenario(key="small-case")
    page = browser.get(INDEX).text
    assert ("No longer offered" in page, page.count('class="case"')) == (True, 0)
    told = browser.get(briefing()).text
    assert ("no longer offered" in told, "Continue the case" in told, "/start/" in told) == (True, True, False)
    client.force_login(stranger)
    assert client.get(briefing()).status_code == 404
    assert "No longer offered" not in client.get(INDEX).text


def test_a_run_of_a_withdrawn_case_is_finished_on_its_version(browser, play):
    publish(raw=SMALL_CASE.replace("Ana Primer", "Another Name"))
    scenarios.withdraw_scenario(key="small-case")
    play.act("agree")
    assert (play.fresh.has_ended, play.run.version.number) == (True, 1)
    assert "Another Name" not in browser.get(reverse("runs:debrief", kwargs={"run_uuid": play.run.uuid})).text
    assert browser.post(reverse("runs:start", kwargs={"key": "small-case"})).status_code == 404


def test_the_support_line_of_the_own_country_is_shown(browser, owner):
    page = browser.get(briefing()).text
    assert "no support line has been entered for your country" in page
    country = Institution.objects.get(pk=owner.institution_id).jurisdiction_id
    SupportLine.objects.create(jurisdiction_id=country, name="Peer line", reached_by="room 12")
    assert "<strong>Peer line</strong>, <span>room 12</span>." in browser.get(briefing()).text


def test_a_support_line_in_another_language_than_the_page_says_in_which(browser, owner):
    country = Institution.objects.get(pk=owner.institution_id).jurisdiction_id
    line = SupportLine.objects.create(jurisdiction_id=country, name="Peer line", reached_by="room 12", hours="8 to 20")
    hours = '<span lang="en">8 to 20</span> (English)</p>'
    marked = f'<strong lang="en">Peer line</strong>, <span lang="en">room 12</span>. {hours}'
    with translation.override("sq"):
        address = briefing()
        assert f"Me kë mund të flisni: {marked}" in browser.get(address).text
        line.locale = "sq"
        line.save()
        assert "<strong>Peer line</strong>, <span>room 12</span>. <span>8 to 20</span></p>" in browser.get(address).text


def test_a_sensitive_case_may_be_skipped_for_another_with_the_same_competency(browser):
    assert 'href="/en/cases/?competency=D3&amp;besides=small-case"' in browser.get(briefing()).text
    publish(key="other", raw=SMALL_CASE.replace("Small case", "Other case"))
    offered = browser.get("/en/cases/?competency=D3&besides=small-case").text
    assert ("Other case" in offered, "Small case" in offered) == (True, False)


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (["proved"] * 4, "4 safeguards proved over 40 situations"),
        (
            ["proved", "not_proved", "waived"],
            "1 safeguard proved over 30 situations; 1 waived with a reason; 1 not proved",
        ),
        (["vacuous"], "1 not proved"),
    ],
)
def test_the_certificate_in_words(statuses, words):
    report = {"safeguards": [{"id": str(n), "status": status, "states": 10} for n, status in enumerate(statuses)]}
    assert read(report).words == words


def test_nothing_is_said_where_nothing_was_proved():
    assert read({"ok": True}) is None


def test_the_certificate_stands_in_the_catalogue_and_in_the_briefing(browser, monkeypatch):
    shown = read({"safeguards": [{"id": "a", "status": "proved", "states": 1200}]})
    monkeypatch.setattr(certificate, "_certificate", lambda *_version: shown)
    for url in (INDEX, briefing()):
        assert "1 safeguard proved over 1,200 situations" in browser.get(url).text


def test_a_stranger_to_the_site_signs_in_first(client, small_case):
    assert client.get(INDEX).status_code == 302


def test_another_person_s_run_is_not_offered_to_go_on(client, play, stranger):
    client.force_login(stranger)
    assert "Continue the case" not in client.get(INDEX).text
    assert Player(stranger).run.pk != play.run.pk


def test_desks_of_one_key_and_other_names_are_told_apart(browser):
    publish(
        key="other",
        raw=SMALL_CASE.replace("Small case", "Other case").replace("Requested authority, Serbia", "Duty officer"),
    )
    page = browser.get("/en/cases/").text
    assert ('value="requested-authority-serbia"' in page, 'value="duty-officer"' in page) == (True, True)
    found = browser.get("/en/cases/?role=duty-officer").text
    assert ("Other case" in found, "Small case" in found) == (True, False)
