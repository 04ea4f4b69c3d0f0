"""Each run has people of its own, and keeps them: on the desk, in the form, in a branch, on the last day."""

import pytest
import yaml
from django.urls import reverse

from simulations.runs import queries, services
from simulations.runs.engine import dressing
from tests.factories import task_case
from tests.factories.simulations import Player, publish
from tests.simulations.runs.browsing import Tab, address

pytestmark = pytest.mark.django_db
HER = {
    "kind": "person",
    "sex": "f",
    "script": "sr",
    "born": {"from": 1980, "to": 1990, "day_at_most": 12},
    "default": {"given": "Ana", "surname": "Vežbanović", "birth": "1987-08-04"},
}


@pytest.fixture(autouse=True)
def her_case(db):
    case = task_case.document()
    case["cast"] = {"her": HER}
    case["people"]["ana"]["name"] = "{her.full}"
    case["briefing"]["aim"] = "Find out who {her.full} is."
    case["forms"]["application"]["fields"]["surname"]["fits"] = ["{her.surname}"]
    publish(key="her-case", raw=yaml.safe_dump(case, sort_keys=False, allow_unicode=True))


def name(player: Player) -> str:
    return queries.scenario_of(player.fresh).people["ana"].name.say()


def members(player: Player) -> dict[str, str]:
    return dict(queries.state_of(player.fresh).identity["members"]["her"])


def test_two_runs_have_different_people(owner):
    assert len({name(Player(owner, key="her-case")) for _ in range(6)}) > 1


def test_the_desk_shows_the_people_of_this_run(client, owner):
    client.force_login(owner)
    for player in (Player(owner, key="her-case"), Player(owner, key="her-case")):
        assert name(player) in client.get(address(player)).text


def test_the_form_fits_the_people_of_this_run(client, owner):
    player = Player(owner, key="her-case")
    client.force_login(owner)
    typed = {"application__surname": members(player)["surname"]}
    assert Tab(client, player, "fill").press("check", **typed).text.count("Fits the file.") == 1


def test_the_log_checks_out_and_a_branch_keeps_the_people(owner):
    player = Player(owner, key="her-case").act("study")
    assert services.verify(player.fresh) == ""
    seq = player.run.events.filter(kind="act_taken").get().seq
    branch = services.fork(user=owner, run_uuid=player.run.uuid, seq=seq)
    assert queries.state_of(branch).identity == queries.state_of(player.run).identity


def test_the_people_stay_when_the_case_was_dressed_long_ago(owner, monkeypatch):
    player = Player(owner, key="her-case")
    before = name(player)
    monkeypatch.setattr(dressing, "_kept", dressing.OrderedDict())
    assert name(player) == before


def test_only_the_last_runs_are_kept_dressed(owner, monkeypatch):
    monkeypatch.setattr(dressing, "_MOST_KEPT", 2)
    monkeypatch.setattr(dressing, "_kept", dressing.OrderedDict())
    for _ in range(4):
        name(Player(owner, key="her-case"))
    assert len(dressing._kept) == 2


def test_the_briefing_names_the_people_of_the_run_that_follows_and_then_of_the_run_that_is_open(client, owner):
    client.force_login(owner)
    briefing = reverse("runs:briefing", kwargs={"key": "her-case"})
    for _ in range(3):
        before = client.get(briefing).text
        client.post(reverse("runs:start", kwargs={"key": "her-case"}))
        player = Player.at(queries.latest_run(owner, "her-case"), owner)
        assert name(player) in before
        assert name(player) in client.get(briefing).text
        player.act("agree")


def test_nobody_can_tell_another_person_s_people(owner, stranger):
    assert queries.next_seed(owner, "her-case") != queries.next_seed(stranger, "her-case")
