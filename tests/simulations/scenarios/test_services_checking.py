"""The long check of a version: asked for once, taken by one worker, resumed where another one died."""

from datetime import timedelta

import pytest

from portal.core.clock import now
from simulations.runs import queries
from simulations.scenarios import services
from simulations.scenarios.engine import stages
from simulations.scenarios.models import CheckRun
from simulations.scenarios.tasks import go_on_with_checks
from tests.factories.accounts import person
from tests.factories.simulations import SMALL_CASE, Player, publish

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(hours=1)


@pytest.fixture
def counted(monkeypatch):
    """Stages that only count how often they were done."""
    done: list[str] = []

    def stage(name):
        return lambda given: (done.append(name), {"done": name})[1]

    monkeypatch.setattr(
        "simulations.scenarios.services.checking.STAGES", {name: stage(name) for name in ("bots", "points", "replays")}
    )
    return done


def checks():
    return list(CheckRun.objects.order_by("pk"))


def run(check):
    services.run_check(check_uuid=check.uuid, limits=services.SHORT)
    check.refresh_from_db()
    return check


def test_a_published_version_asks_for_its_long_check_once():
    version = publish()
    publish()
    assert [(check.version, check.state) for check in checks()] == [(version, "queued")]


def test_a_second_click_finds_the_check_of_the_first():
    version = publish()
    assert services.request_check(version=version, by=person()) == services.request_check(version=version)
    assert len(checks()) == 1


def test_every_stage_is_done_and_kept(counted):
    publish()
    check = run(checks()[0])
    assert (check.state, counted) == ("done", ["bots", "points", "replays"])
    assert check.found == {name: {"done": name} for name in counted}


def test_a_check_that_is_handed_out_twice_is_done_once(counted):
    publish()
    check = checks()[0]
    run(check)
    run(check)
    assert (counted, check.attempts) == (["bots", "points", "replays"], 1)


def test_a_worker_that_is_at_work_is_left_alone(counted):
    publish()
    CheckRun.objects.update(state="running", heard_at=now())
    assert (run(checks()[0]).state, counted) == ("running", [])


def test_a_second_worker_goes_on_where_the_first_one_died(counted):
    publish()
    CheckRun.objects.update(state="running", heard_at=now() - LONG_AGO, attempts=1, found={"bots": {"kept": 1}})
    check = run(checks()[0])
    assert (check.state, check.attempts, counted) == ("done", 2, ["points", "replays"])
    assert check.found["bots"] == {"kept": 1}


def test_a_stage_that_breaks_leaves_what_was_found_before(monkeypatch, counted):
    publish()

    def broken(_given):
        raise RuntimeError("killed")

    work = {"bots": stages.STAGES["points"], "points": broken}
    monkeypatch.setattr("simulations.scenarios.services.checking.STAGES", work)
    check = checks()[0]
    with pytest.raises(RuntimeError):
        services.run_check(check_uuid=check.uuid, limits=services.SHORT)
    check.refresh_from_db()
    assert (check.state, list(check.found)) == ("running", ["bots"])


def test_a_silent_check_is_called_interrupted_and_the_next_one_goes_on_from_it(counted):
    version = publish()
    CheckRun.objects.update(state="running", heard_at=now() - LONG_AGO, found={"bots": {"kept": 1}})
    again = services.request_check(version=version)
    assert [check.state for check in checks()] == ["interrupted", "queued"]
    run(again)
    assert (again.state, counted) == ("done", ["points", "replays"])


def test_a_worker_that_starts_takes_up_what_waits(counted):
    publish()
    go_on_with_checks.delay()
    assert (checks()[0].state, counted) == ("done", ["bots", "points", "replays"])


def test_the_commit_of_a_publish_wakes_the_worker(counted, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publish()
    assert [check.state for check in checks()] == ["done"]


def test_the_stages_say_what_bots_make_of_the_case_and_what_nobody_tested():
    publish()
    found = run(checks()[0]).found
    assert [row["bot"] for row in found["bots"]["bots"]][:2] == ["expert", "careful"]
    assert found["bots"]["bots"][0]["p50"] == 67
    assert {row["competency"]: (row["least"], row["most"]) for row in found["points"]} == {"D3": (0, 5), "D2": (0, 10)}
    assert found["replays"]["runs"] == 0


def test_past_runs_are_laid_beside_a_changed_version():
    publish()
    Player(person()).act("ask_page").wait().act("look", marks=["birth"]).act("agree")
    raw = SMALL_CASE.replace("competency: D2, points: 10", "competency: D2, points: 30")
    version = publish(raw=raw)
    found = run(version.checks.get()).found["replays"]
    assert (found["runs"], found["refused"], found["changed"], found["mean"]) == (1, 0, 1, 19.0)


def test_the_room_above_hands_over_logs_without_people():
    publish()
    Player(person()).act("agree")
    (past,) = queries.past_runs("small-case", 5)
    assert (past.past.events[0].kind, past.past.passed) == ("begun", False)
