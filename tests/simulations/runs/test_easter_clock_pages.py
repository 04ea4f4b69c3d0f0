"""The case that ships, on the screens: every page of two whole runs, as the demo plays them."""

import html

import pytest
from django.urls import reverse

from simulations.engine.debrief import debrief
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
    told = debrief(queries.scenario_of(runs["finished"]), queries.events_of(runs["finished"]))
    assert page.count("Play on from here") == len(told.decisions)
    assert "You counted working days" in page


CONTESTED = (
    *demo.FINISHED[:20],
    ("end_day", {}),
    ("end_day", {}),
    *demo.FINISHED[20:24],
    *[("end_day", {})] * 4,
    *demo.FINISHED[28:],
)


def test_a_reply_between_the_readings_is_called_contested_wherever_it_is_told(client, owner):
    cases.build()
    run = demo.play(owner, CONTESTED)
    assert (run.outcome, run.ending) == ("pass", "answered")
    client.force_login(owner)
    page = html.unescape(client.get(reverse("runs:debrief", kwargs={"run_uuid": run.uuid})).text)
    assert "Contested: on one reading the limit had ended when this reply left" in page
    assert "stopped while contested: some readings had ended" in page
    assert "Reply to the request: from Sun 12 April it was contested whether anything still left in time." in page
    assert "The last office day that was in time on every reading was Thu 9 April." in page
    assert "left your office before the limit" not in page
    assert "answered in time" not in page


def test_the_desk_says_that_the_limit_is_contested_and_no_longer_that_it_can_be_met(client, owner):
    cases.build()
    run = demo.play(owner, CONTESTED[:22])
    client.force_login(owner)
    page = html.unescape(client.get(reverse("runs:workspace", kwargs={"run_uuid": run.uuid})).text)
    assert "<strong>contested</strong>" in page
    assert "Contested now: on some readings the limit has ended, on others it has not." in page
    assert "out by then is in time on every reading" not in page
    act = client.get(reverse("runs:act", kwargs={"run_uuid": run.uuid, "key": "reply_agreed"})).text
    assert "Reply to the request: contested" in act


def test_the_demo_learner_gets_both_runs_once(owner, monkeypatch):
    cases.build()
    monkeypatch.setattr(demo, "cast", lambda: {"learner": owner})
    demo.build()
    demo.build()
    assert queries.runs_of(owner).count() == 2


def unknown_yet(scenario, state) -> set[str]:
    """Words of papers nobody has read, of letters that have not come, and of what is true behind the papers."""
    read = {key for key, stage in state.documents.items() if stage != "here"}
    known = {field.shown for key in read for field in scenario.documents[key].fields}
    papers = [document for key, document in scenario.documents.items() if key not in read]
    arrived = {item.message for item in state.inbox}
    texts = {field.shown for document in papers for field in document.fields}
    texts |= {field.true for document in scenario.documents.values() for field in document.fields}
    texts |= {line for document in papers for line in document.mrz}
    texts |= {message.body.say() for key, message in scenario.messages.items() if key not in arrived}
    names = " ".join(f"{person.name.say()} {person.also.say()}" for person in scenario.people.values())
    return {text for text in texts if len(text) > 7 and text not in names} - known


def test_no_page_of_the_half_way_run_says_what_nobody_has_read(client, runs, owner):
    client.force_login(owner)
    run = runs["half_way"]
    for seq in {event.seq for event in queries.events_of(run) if event.kind in ("act_taken", "waited")}:
        branch = services.fork(user=owner, run_uuid=run.uuid, seq=seq)
        scenario, state = queries.scenario_of(branch), queries.state_of(branch)
        urls = [reverse("runs:workspace", kwargs={"run_uuid": branch.uuid})]
        urls += [reverse("runs:act", kwargs={"run_uuid": branch.uuid, "key": key}) for key in scenario.acts]
        payload = html.unescape("".join(client.get(url).text for url in urls))
        assert [text for text in unknown_yet(scenario, state) if text in payload] == []
