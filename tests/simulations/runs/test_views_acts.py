"""An act in the browser: what was typed is never lost, and nothing happens twice."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from portal.guard.models import Incident
from simulations.runs import queries
from simulations.runs.models import Run, SeatText
from simulations.scenarios import queries as scenarios
from tests.factories.simulations import Player

pytestmark = pytest.mark.django_db
REASONS = "The date of birth differs between the form and the page."


@pytest.fixture
def browser(client, owner):
    client.force_login(owner)
    return client


def address(player: Player, name: str, **parts) -> str:
    return reverse(f"runs:{name}", kwargs={"run_uuid": player.run.uuid, **parts})


def hidden(page: str) -> dict[str, str]:
    """The two fields every act carries: what the page saw, and the key of the click."""
    values = dict(re.findall(r'<input type="hidden" name="(seq|key)" value="([^"]*)"', page))
    return {"seq": values["seq"], "key": values["key"]}


def opened(browser, player: Player, act: str) -> dict[str, str]:
    return hidden(browser.get(address(player, "act", key=act)).text)


def done(player: Player) -> list[str]:
    return [event.data["act"] for event in queries.events_of(player.fresh) if event.kind == "act_taken"]


def test_an_act_is_done_and_leads_back_to_the_desk(browser, play):
    sent = browser.post(address(play, "act", key="ask_page"), opened(browser, play, "ask_page"))
    assert (sent.status_code, sent.url) == (302, address(play, "workspace"))
    assert done(play) == ["ask_page"]


def test_a_computation_shows_the_article_first_and_never_the_date(browser, play):
    page = browser.get(address(play, "act", key="compute")).text
    assert "10 calendar days (Art. 10" in page
    assert 'href="/en/law/agreements/eu-serbia/"' in page
    assert "12 April" not in page
    assert "The article:" not in browser.get(address(play, "act", key="ask_page")).text


def test_the_same_post_twice_counts_once(browser, play):
    fields = opened(browser, play, "ask_page")
    for _ in range(2):
        sent = browser.post(address(play, "act", key="ask_page"), fields)
        assert (sent.status_code, sent.url) == (302, address(play, "workspace"))
    assert done(play) == ["ask_page"]


def test_a_stale_tab_keeps_what_was_typed_and_says_what_changed(browser, play):
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": REASONS}
    play.act("ask_page")
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert page.status_code == 409
    assert "the file changed" in page.text
    assert "Ask for the passport page" in page.text
    assert REASONS in page.text
    assert done(play) == ["ask_page"]
    again = browser.post(address(play, "act", key="refuse"), fields | hidden(page.text))
    assert again.status_code == 302
    assert done(play) == ["ask_page", "refuse"]


def test_a_form_that_is_not_whole_keeps_what_was_typed_and_links_to_the_field(browser, play):
    fields = opened(browser, play, "refuse") | {"reasons": REASONS}
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert page.status_code == 422
    assert 'href="#id_ground_0"' in page.text
    assert REASONS in page.text
    assert done(play) == []


def test_too_few_words_are_named_and_kept(browser, play):
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": "Too short"}
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert "Write at least 3 words" in page.text
    assert done(play) == []


def test_a_date_that_does_not_exist_is_refused_in_words(browser, play):
    fields = opened(browser, play, "compute") | {"last_day_day": "31", "last_day_month": "4", "last_day_year": "2026"}
    page = browser.post(address(play, "act", key="compute"), fields)
    assert (page.status_code, done(play)) == (422, [])
    assert "Enter a date that exists" in page.text


def test_a_date_that_was_worked_out_is_looked_at(browser, play):
    fields = opened(browser, play, "compute") | {"last_day_day": "20", "last_day_month": "4", "last_day_year": "2026"}
    page = browser.post(address(play, "act", key="compute"), fields, follow=True)
    assert "You counted working days" in page.text


def test_words_the_guard_holds_stay_in_the_form_and_nowhere_else(browser, play):
    held = "His number is 0101006500006, please hurry up."
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": held}
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert page.status_code == 422
    assert "0101006500006" in page.text
    assert (done(play), SeatText.objects.count()) == ([], 0)
    assert Incident.objects.get().place == "runs.act"


def test_words_that_pass_are_kept_beside_the_log(browser, play):
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": REASONS}
    browser.post(address(play, "act", key="refuse"), fields)
    assert SeatText.objects.get().text == REASONS


def test_a_million_letters_are_refused_politely(browser, play):
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": "a " * 500_000}
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert (page.status_code, done(play)) == (422, [])


def test_an_act_that_is_not_possible_yet_says_why(browser, play):
    page = browser.get(address(play, "act", key="look"))
    assert page.status_code == 409
    assert "There is no passport copy yet." in page.text


def test_reasons_for_an_act_that_is_gone_are_shown_back(browser, play):
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": REASONS}
    play.act("refuse", ground="doubt", reasons="Somewhere else entirely done.")
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert page.url == address(play, "debrief")


def test_what_the_case_does_not_know_is_not_found(browser, play):
    for url in (
        address(play, "act", key="fly"),
        address(play, "document", key="passport"),
        address(play, "document", key="nothing"),
        address(play, "clock", key="nothing"),
        reverse("runs:briefing", kwargs={"key": "no-such-case"}),
    ):
        assert browser.get(url).status_code == 404
    assert browser.post(reverse("runs:start", kwargs={"key": "no-such-case"})).status_code == 404


@pytest.mark.parametrize("name", ["end_day", "wait", "note", "fork", "reflect"])
def test_a_stranger_can_send_nothing(client, play, stranger, name):
    client.force_login(stranger)
    assert client.post(address(play, name), {"seq": "1", "key": "x", "note": "x"}).status_code == 404


def test_the_day_ends_once_however_often_the_button_is_pressed(browser, play):
    fields = hidden(browser.get(address(play, "workspace")).text)
    for _ in range(2):
        browser.post(address(play, "end_day"), fields)
    assert queries.state_of(play.fresh).now.isoformat() == "2026-04-03T09:00:00"


def test_ending_the_day_from_a_stale_tab_does_nothing_and_says_so(browser, play):
    fields = hidden(browser.get(address(play, "workspace")).text)
    play.act("ask_page")
    page = browser.post(address(play, "end_day"), fields, follow=True)
    assert "The day was not ended" in page.text
    assert queries.state_of(play.fresh).now.isoformat() == "2026-04-02T11:00:00"


def test_a_button_without_its_page_does_nothing(browser, play):
    page = browser.post(address(play, "end_day"), {}, follow=True)
    assert "Nothing has happened" in page.text


def test_a_note_is_kept_and_shown_again(browser, play):
    page = browser.post(address(play, "note"), {"note": "Ask about the place of birth."}, follow=True)
    assert "Ask about the place of birth." in page.text
    browser.post(address(play, "note"), {"note": ""})
    assert SeatText.objects.count() == 0


def test_playing_on_from_an_act_opens_a_new_desk(browser, finished, owner):
    page = browser.get(address(finished, "debrief")).text
    seq = re.search(r'name="seq" value="(\d+)"', page)[1]
    sent = browser.post(address(finished, "fork"), {"seq": seq})
    branch = Run.objects.get(parent=finished.run)
    assert sent.url == reverse("runs:workspace", kwargs={"run_uuid": branch.uuid})
    wrong = browser.post(address(finished, "fork"), {"seq": "9999"}, follow=True)
    assert "cannot be played on from there" in wrong.text


def test_what_is_taken_along_is_kept(browser, finished):
    sent = browser.post(address(finished, "reflect"), {"q1": "The register’s.", "q2": ""}, follow=True)
    assert "The register’s." in sent.text
    held = browser.post(address(finished, "reflect"), {"q1": "JMBG 0101006500006"})
    assert (held.status_code, "0101006500006" in held.text) == (422, True)


def test_an_ended_run_leads_from_the_desk_to_its_debrief(browser, finished):
    assert browser.get(address(finished, "workspace")).url == address(finished, "debrief")


def test_a_version_that_cannot_be_read_is_said_and_nothing_is_lost(browser, play, monkeypatch):
    monkeypatch.setattr(scenarios, "_loaded", {})
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scenarios_scenarioversion SET document = %s", ['{"case": {"title": 1}}'])
    page = browser.get(address(play, "workspace"))
    assert page.status_code == 503
    assert "Your acts are kept" in page.text
    assert "cannot be opened at the moment" in browser.get(reverse("runs:index")).text
    assert browser.get(reverse("runs:briefing", kwargs={"key": "small-case"})).status_code == 503
    assert play.fresh.seq == 1


def test_the_desk_says_once_what_was_done(browser, play):
    fields = opened(browser, play, "ask_page")
    page = browser.post(address(play, "act", key="ask_page"), fields, follow=True).text
    assert page.count("Done: Ask for the passport page") == 1
    assert (
        "Done: Ask for the passport page"
        not in browser.post(address(play, "act", key="ask_page"), fields, follow=True).text
    )


def test_a_stale_tab_says_who_answered_and_when(browser, play):
    play.act("ask_page")
    fields = opened(browser, play, "refuse") | {"ground": "doubt", "reasons": REASONS}
    play.wait()
    page = browser.post(address(play, "act", key="refuse"), fields)
    assert (page.status_code, REASONS in page.text) == (409, True)
    assert "Tue 7 April, 09:02: Requesting authority, Germany: “The page”" in page.text
