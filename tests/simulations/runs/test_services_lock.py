"""A log that was touched from outside: the run is locked as it is, said clearly, and nothing of it is lost."""

import re

import pytest
from django.urls import reverse

from portal.audit.models import Entry
from simulations.runs import queries, services
from simulations.runs.models import Run
from tests.factories.simulations import Player
from tests.simulations.runs.tampering import tamper

pytestmark = pytest.mark.django_db


def address(player: Player, name: str = "workspace", **parts) -> str:
    return reverse(f"runs:{name}", kwargs={"run_uuid": player.run.uuid, **parts})


@pytest.fixture
def browser(client, owner):
    client.force_login(owner)
    return client


@pytest.fixture
def torn(play):
    tamper(play.act("ask_page").run, 2, "at", "2026-04-02T10:41:00")
    return play


@pytest.mark.parametrize("move", [lambda p: p.act("agree"), lambda p: p.end_day(), lambda p: p.wait()])
def test_no_command_is_taken_and_the_run_is_locked(torn, move):
    with pytest.raises(services.RunIsLocked):
        move(torn)
    assert (torn.fresh.is_locked, torn.run.seq, torn.run.events.count()) == (True, 3, 3)


def test_the_trail_says_which_event(torn):
    with pytest.raises(services.RunIsLocked):
        torn.end_day()
    entry = Entry.objects.get(verb="run.locked")
    assert (entry.target, entry.detail) == (f"run:{torn.run.uuid}", {"event": 2})


def test_an_event_missing_at_the_end_locks_too(play):
    Run.objects.filter(pk=play.run.pk).update(seq=play.fresh.seq + 1)
    assert services.lock_if_torn(user=play.user, run_uuid=play.run.uuid) is True
    assert Entry.objects.get(verb="run.locked").detail == {"event": 2}


def test_a_sound_log_is_never_locked(finished):
    assert services.lock_if_torn(user=finished.user, run_uuid=finished.run.uuid) is False
    assert finished.fresh.is_locked is False


def test_the_page_says_so_and_gives_back_what_was_typed(browser, torn):
    page = browser.get(address(torn, "act", key="refuse")).text
    hidden = dict(re.findall(r'<input type="hidden" name="(seq|key)" value="([^"]*)"', page))
    words = "The date of birth differs between the two."
    answer = browser.post(address(torn, "act", key="refuse"), hidden | {"ground": "doubt", "reasons": words})
    assert answer.status_code == 423
    assert "This run is locked" in answer.text
    assert words in answer.text
    assert browser.get(address(torn)).status_code == 423
    assert queries.events_of(torn.fresh)[-1].data["act"] == "ask_page"


def test_a_debrief_is_not_told_from_a_log_that_was_touched(browser, finished):
    tamper(finished.run, 3, "kind", "waited")
    assert browser.get(address(finished, "debrief")).status_code == 423


def test_the_case_can_be_started_again_and_the_locked_run_is_not_gone_on_with(browser, torn):
    browser.post(address(torn, "end_day"), {"seq": "3", "key": "k"})
    assert "Continue the case" not in browser.get(reverse("runs:index")).text
    started = browser.post(reverse("runs:start", kwargs={"key": "small-case"}))
    assert str(torn.run.uuid) not in started.url


def test_a_stranger_learns_nothing_of_a_locked_run(client, torn, stranger):
    client.force_login(stranger)
    assert client.get(address(torn)).status_code == 404
