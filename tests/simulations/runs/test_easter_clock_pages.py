"""The case that ships, on the screens: every page of two whole runs, as the demo plays them."""

import pytest
from django.urls import reverse

from simulations.runs import demo, queries, services
from simulations.runs.models import Run
from simulations.scenarios import demo as cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(owner) -> dict[str, Run]:
    cases.build()
    return {"finished": demo.play(owner, demo.FINISHED), "half_way": demo.play(owner, demo.HALF_WAY)}


def test_one_run_passes_and_one_is_in_the_middle(runs):
    assert (runs["finished"].outcome, runs["finished"].ending) == ("pass", "answered")
    assert not runs["half_way"].has_ended
    assert [services.verify(run) for run in runs.values()] == ["", ""]


def test_every_act_and_paper_that_is_offered_has_its_page(client, runs, owner):
    client.force_login(owner)
    run = runs["half_way"]
    state = queries.state_of(run)
    desk = client.get(reverse("runs:workspace", kwargs={"run_uuid": run.uuid})).text
    shown = [
        reverse("runs:act", kwargs={"run_uuid": run.uuid, "key": key})
        for key in ("inspect_passport", "compare_identity", "search_register", "ask_more_time", "reply_agreed")
    ] + [reverse("runs:document", kwargs={"run_uuid": run.uuid, "key": key}) for key in state.documents]
    for url in shown:
        assert f'href="{url}"' in desk
        assert client.get(url).status_code == 200


def test_the_namesake_is_nobody_the_learner_knows_yet(client, runs, owner):
    client.force_login(owner)
    desk = client.get(reverse("runs:workspace", kwargs={"run_uuid": runs["half_way"].uuid})).text
    assert "Jelena Primerović" in desk
    assert "of Stari Primer" not in desk


def test_the_debrief_explains_each_decision_and_offers_to_play_on(client, runs, owner):
    client.force_login(owner)
    page = client.get(reverse("runs:debrief", kwargs={"run_uuid": runs["finished"].uuid})).text
    assert "The right man, a reasoned answer, a day on which he is met" in page
    assert page.count("Play on from here") == 17
    assert "You counted working days" in page


def test_the_demo_learner_gets_both_runs_once(owner, monkeypatch):
    cases.build()
    monkeypatch.setattr(demo, "cast", lambda: {"learner": owner})
    demo.build()
    demo.build()
    assert queries.runs_of(owner).count() == 2
