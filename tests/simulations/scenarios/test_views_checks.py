"""Pages about the checks of cases: for trainers, readable without colour and without script."""

from datetime import timedelta

import pytest
from django.utils import translation

from portal.core.clock import now
from simulations.scenarios import services
from simulations.scenarios.models import CheckRun
from simulations.scenarios.screens.checks import _untested, story
from tests.factories.accounts import person
from tests.factories.simulations import SMALL_CASE, publish
from tests.simulations.engine.talking import talking

pytestmark = pytest.mark.django_db
LIST, PAGE, AGAIN = "/en/cases/checks/", "/en/cases/checks/small-case/", "/en/cases/checks/small-case/again/"


@pytest.fixture
def trainer(client):
    user = person("trainer")
    client.force_login(user)
    return client


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("address", [LIST, PAGE])
def test_a_learner_finds_no_such_page_and_a_stranger_signs_in(client, address):
    publish()
    assert client.get(address).status_code == 302
    client.force_login(person("learner"))
    assert client.get(address).status_code == 404


def test_a_case_that_is_not_there(trainer):
    assert trainer.get("/en/cases/checks/nowhere/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_case_and_for_three(trainer, django_assert_num_queries, count):
    for number in range(count):
        publish(key=f"case-{number}", raw=SMALL_CASE.replace("Small case", f"Case {number}"))
    trainer.get(LIST)
    with django_assert_num_queries(5):
        page = text(trainer.get(LIST))
    assert page.count("Waiting for a worker") == count


def test_the_page_shows_what_the_long_check_found(trainer):
    version = publish()
    services.run_check(check_uuid=version.checks.get().uuid, limits=services.SHORT)
    page = text(trainer.get(PAGE))
    assert "Done in" in page
    assert "Careful: looks, asks, then decides" in page
    assert "Eight of ten runs earn between" in page
    assert "Procedure" in page
    assert "style=" not in page


def test_a_check_that_fell_silent_is_called_interrupted_and_can_be_asked_for_again(trainer):
    publish()
    CheckRun.objects.update(state="running", heard_at=now() - timedelta(hours=1))
    assert "Interrupted: nothing has been heard of it" in text(trainer.get(PAGE))
    assert "Check again" in text(trainer.get(PAGE))
    for _ in range(2):
        assert trainer.post(AGAIN).status_code == 302
    assert sorted(CheckRun.objects.values_list("state", flat=True)) == ["interrupted", "queued"]


def test_a_check_at_work_says_how_far_it_is_and_offers_no_second_one(trainer):
    publish()
    CheckRun.objects.update(state="running", stage="proofs", states=12345, heard_at=now())
    page = text(trainer.get(PAGE))
    assert "At work: proving the safeguards, 12,345 situations" in page
    assert "Check again" not in page


def test_only_what_was_proved_is_green(trainer):
    version = publish()
    proofs = [
        {"id": "identity", "status": "proved", "states": 12},
        {"id": "reasons", "status": "not_proved", "states": 900},
    ]
    CheckRun.objects.filter(version=version).update(state="done", found={"proofs": {"safeguards": proofs}})
    page = text(trainer.get(PAGE))
    assert page.count("ic-ok") == 1
    assert "Not proved: the search reached its bound before it was complete." in page
    assert "900 situations" in page


def test_asking_needs_a_post(trainer):
    publish()
    assert trainer.get(AGAIN).status_code == 405


def test_what_nobody_tested_is_counted_in_the_words_of_one_and_of_several():
    rows = [{"code": "safeguard_untested", "where": "safeguards.kept"}]
    rows += [{"code": "rule_untested", "where": f"acts.agree.rules.r{number}"} for number in range(6)]
    assert [group.title for group in _untested(rows)] == [
        "1 safeguard that nobody ever came near to breaking",
        "6 rules that no bot and no past run ever came to",
    ]
    with translation.override("sq"):
        assert [group.title for group in _untested(rows)] == [
            "1 garanci që askush nuk iu afrua ta shkelë",
            "6 rregulla që nuk i arriti asnjë bot e asnjë lojë e mëparshme",
        ]


def test_a_way_round_that_a_slow_counterpart_opens_is_told_with_the_counterpart():
    trace = [{"act": "begin", "inputs": {"germany": "slow"}}, {"act": "ask"}]
    assert story(talking(), trace)[0] == "Requesting authority answers: late"
