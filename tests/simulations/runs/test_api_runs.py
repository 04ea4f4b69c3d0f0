"""What courses and the home page see of practice runs."""

import pytest

from portal.competencies.models import Evidence
from simulations.runs import api
from tests.factories.simulations import SMALL_CASE, Player, publish

pytestmark = pytest.mark.django_db


def test_the_way_back_leads_to_the_desk_or_to_the_debrief(play):
    assert api.run_url(play.run) == f"/en/cases/runs/{play.run.uuid}/"
    play.act("agree")
    assert api.run_url(play.fresh) == f"/en/cases/runs/{play.run.uuid}/debrief/"


def test_an_open_run_goes_before_one_that_ended(play, owner):
    play.act("agree")
    assert api.latest_run(owner, "small-case") == play.run
    second = Player(owner)
    assert api.latest_run(owner, "small-case") == second.run


def test_a_run_from_a_lesson_carries_its_context(small_case, owner):
    run = api.start_run(user=owner, scenario_key="small-case", context={"from": "a lesson"})
    assert run.context == {"from": "a lesson"}


def test_the_card_shows_where_the_case_stands(play, owner, stranger):
    card = api.case_card(owner)
    assert (card.url, card.standing.unread) == (api.run_url(play.run), 1)
    assert api.case_card(stranger) is None


def test_evidence_is_noted_for_competencies_of_the_framework_only(owner):
    publish(raw=SMALL_CASE.replace("D2", "identification"))
    player = Player(owner).act("ask_page").wait().act("look", marks=["birth"]).act("agree")
    found = Evidence.objects.get(user=owner)
    assert (found.competency, found.score, found.source) == ("identification", 1.0, f"run:{player.run.uuid}")
