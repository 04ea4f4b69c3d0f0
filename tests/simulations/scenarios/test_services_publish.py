"""What a publish freezes stays as it was, whatever happens outside."""

import json
from dataclasses import replace

import pytest

from portal.audit.models import Entry
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.reference import Reference
from simulations.runs.services import start_run
from simulations.scenarios import queries, services
from simulations.scenarios.models import Scenario, ScenarioVersion, VersionIsFrozen
from simulations.scenarios.queries import NoSuchCase, current_version, scenario_of
from tests.factories.accounts import person
from tests.factories.simulations import REFERENCE, SMALL_CASE, Player, publish

pytestmark = pytest.mark.django_db


def with_a_shorter_limit() -> Reference:
    value = REFERENCE.values["eu-serbia.reply"]
    return Reference({**REFERENCE.values, value.token: replace(value, number=7)}, REFERENCE.calendars)


def test_the_same_content_again_is_the_same_version():
    assert publish() == publish()
    assert ScenarioVersion.objects.count() == 1


def test_a_corrected_word_is_a_new_version_of_the_same_logic():
    first = publish()
    second = publish(raw=SMALL_CASE.replace("Small case", "A small case"))
    assert (second.number, second.logic_hash == first.logic_hash) == (2, True)
    assert current_version("small-case") == second


def test_a_value_that_changes_later_does_not_reach_a_run_that_is_being_played():
    player = Player(person()) if publish() else None
    services.publish_scenario(key="small-case", raw=SMALL_CASE, reference=with_a_shorter_limit())
    assert scenario_of(player.fresh.version).values["eu-serbia.reply"].number == 10
    assert scenario_of(current_version("small-case")).values["eu-serbia.reply"].number == 7


def test_the_order_of_rules_is_kept_by_every_database(monkeypatch):
    version = ScenarioVersion.objects.get(pk=publish().pk)
    monkeypatch.setattr(queries, "_loaded", {})
    assert list(scenario_of(version).acts) == list(json.loads(version.document)["case"]["acts"])
    assert [rule.key for rule in scenario_of(version).acts["compute"].rules] == ["right", "wrong"]


def test_only_what_the_case_uses_is_frozen_and_it_loads_without_any_pack():
    document = json.loads(publish().document)
    assert sorted(document["calendars"]) == ["DE", "RS"]
    assert sorted(document["values"]) == ["eu-serbia.extension", "eu-serbia.reasons", "eu-serbia.reply"]


def test_a_case_that_is_not_sound_publishes_nothing_and_names_every_problem():
    raw = SMALL_CASE.replace("falls_to: forgotten", "falls_to: nowhere").replace("role: official", "role: nobody")
    with pytest.raises(ScenarioInvalid) as invalid:
        publish(raw=raw)
    assert sorted(problem.code for problem in invalid.value.problems) == ["unknown_endings", "unknown_roles"]
    assert ScenarioVersion.objects.count() == 0


def test_a_case_the_checker_objects_to_is_not_published():
    raw = SMALL_CASE.replace("effects: [{extend: reply}]", "effects: []")
    with pytest.raises(ScenarioInvalid) as invalid:
        publish(raw=raw)
    assert [problem.code for problem in invalid.value.problems] == ["extension_never_used"]


def test_what_the_checker_said_stays_with_the_version():
    version = publish()
    report = version.report
    assert (report["key"], report["ok"], report["problems"]) == ("small-case", True, [])
    assert [(row["id"], row["status"]) for row in report["safeguards"]] == [
        ("identity", "proved"),
        ("reasons", "proved"),
    ]
    assert (report["logic_hash"], report["mode"]) == (version.logic_hash, "solo")


def test_what_is_not_proved_in_time_waits_for_its_long_check(monkeypatch):
    """Kept, and not played; the long check has more time and lets it be played."""
    first = publish()
    unproved = {"safeguards": [{"id": "identity", "status": "not_proved", "states": 9}], "states": 9, "ok": False}
    monkeypatch.setattr("simulations.engine.check.report.proofs_of", lambda *_rest, **__: unproved)
    second = publish(raw=SMALL_CASE.replace("points: 10", "points: 12"))
    assert (second.number, second.report["ok"], current_version("small-case")) == (2, False, first)
    services.run_check(check_uuid=second.checks.get().uuid, limits=services.SHORT)
    assert current_version("small-case") == second
    assert publish(raw=SMALL_CASE.replace("points: 10", "points: 12")) == second


def test_what_is_still_not_proved_is_never_played(monkeypatch):
    first = publish()
    unproved = {"safeguards": [{"id": "identity", "status": "not_proved", "states": 9}], "states": 9, "ok": False}
    for place in ("engine.check.report", "scenarios.engine.stages"):
        monkeypatch.setattr(f"simulations.{place}.proofs_of", lambda *_rest, **__: unproved)
    second = publish(raw=SMALL_CASE.replace("points: 10", "points: 13"))
    services.run_check(check_uuid=second.checks.get().uuid, limits=services.SHORT)
    assert current_version("small-case") == first


def test_a_safeguard_that_can_be_got_round_is_refused_with_the_way_round_it():
    raw = SMALL_CASE.replace(
        '{none: [{document: passport, is: inspected}]}, effects: [{set: careless, to: "yes"}]',
        "{none: [{document: passport, is: inspected}]}, verdict: breach, feedback: You had not looked.",
    )
    with pytest.raises(ScenarioInvalid) as invalid:
        publish(raw=raw)
    problems = {problem.where.partition(" (")[0]: problem for problem in invalid.value.problems}
    assert problems["safeguards.identity"].code == "safeguard_refuted"
    assert "agree" in [move["act"] for move in problems["safeguards.identity"].trace]


def test_a_version_cannot_be_changed():
    version = publish()
    version.number = 9
    with pytest.raises(VersionIsFrozen):
        version.save()
    with pytest.raises(VersionIsFrozen):
        ScenarioVersion.objects.update(number=9)


def test_a_withdrawn_case_starts_no_run_and_leaves_the_open_ones_alone():
    publish()
    player = Player(person())
    services.withdraw_scenario(key="small-case")
    with pytest.raises(NoSuchCase):
        start_run(user=player.user, scenario_key="small-case")
    assert player.act("ask_page").fresh.has_ended is False


def test_publishing_leaves_a_line_in_the_trail():
    author = person()
    version = services.publish_scenario(key="small-case", raw=SMALL_CASE, reference=REFERENCE, by=author)
    line = Entry.objects.get(verb="scenario.published")
    assert (line.actor, line.target) == (str(author.uuid), "scenario:small-case 1")
    assert line.detail == {"logic_hash": version.logic_hash}


def test_the_pointer_is_one_row_per_case():
    publish()
    publish(raw=SMALL_CASE.replace("about_minutes: 10", "about_minutes: 12"))
    assert [(row.key, row.current.number) for row in Scenario.objects.all()] == [("small-case", 2)]
