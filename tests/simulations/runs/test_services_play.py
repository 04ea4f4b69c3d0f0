"""One click, one act: double clicks, stale pages, and a state that is always the fold of the log."""

from datetime import timedelta

import pytest

from portal.core import clock
from simulations.engine.evolve import replay
from simulations.engine.refusal import Refused
from simulations.runs import queries, services, signals
from simulations.runs.engine import snapshot
from simulations.runs.models import Run, RunEvent
from tests.factories.simulations import Player

pytestmark = pytest.mark.django_db


def click(player: Player, act: str, *, seq: int, key: str, **inputs):
    return services.take_act(
        user=player.user,
        run_uuid=player.run.uuid,
        act=act,
        inputs=inputs,
        expected_seq=seq,
        client_key=key,
    )


def acts_of(player: Player) -> list[str]:
    return [event.data["act"] for event in queries.events_of(player.fresh) if event.kind == "act_taken"]


def test_a_double_click_counts_once(play):
    seen = play.fresh.seq
    first = click(play, "ask_page", seq=seen, key="one")
    second = click(play, "ask_page", seq=seen, key="one")
    assert (first.repeated, second.repeated) == (False, True)
    assert acts_of(play) == ["ask_page"]


def test_a_stale_page_changes_nothing_and_says_what_happened(play):
    seen = play.fresh.seq
    click(play, "ask_page", seq=seen, key="one")
    with pytest.raises(services.FileChanged) as changed:
        click(play, "agree", seq=seen, key="two")
    assert [event.kind for event in changed.value.since] == ["act_taken"]
    assert acts_of(play) == ["ask_page"]


def test_reading_makes_no_page_stale(play):
    seen = play.fresh.seq
    services.open_document(user=play.user, run_uuid=play.run.uuid, document="form")
    click(play, "ask_page", seq=seen, key="one")
    assert acts_of(play) == ["ask_page"]


def test_a_paper_is_noted_as_read_once(play):
    for _ in range(2):
        services.open_document(user=play.user, run_uuid=play.run.uuid, document="form")
    assert queries.state_of(play.fresh).documents == {"form": "read"}
    assert RunEvent.objects.filter(run=play.run, kind="opened").count() == 1


def test_whoever_acts_has_read_the_messages_on_the_desk(play):
    assert queries.state_of(play.fresh).unread == 1
    play.act("ask_page")
    assert queries.state_of(play.fresh).unread == 0


def test_the_kept_state_is_the_fold_of_the_log_at_every_step(play):
    for step in (lambda: play.act("ask_page"), play.end_day, play.wait, lambda: play.act("look", marks=["birth"])):
        step()
        run = play.fresh
        folded = replay(queries.events_of(run))
        assert snapshot.restored(run.state) == folded
        assert (run.seq, run.head) == (folded.seq, folded.head)


def test_a_lost_copy_of_the_state_is_folded_again(play):
    play.act("ask_page")
    before = queries.state_of(play.fresh)
    Run.objects.filter(pk=play.run.pk).update(state={})
    assert queries.state_of(play.fresh) == before


def test_a_copy_of_another_shape_is_folded_again(play):
    play.act("ask_page")
    before = queries.state_of(play.fresh)
    Run.objects.filter(pk=play.run.pk).update(state={"seq": before.seq, "head": before.head, "older": "shape"})
    assert queries.state_of(play.fresh) == before


def test_what_is_not_possible_leaves_no_trace(play):
    seen = play.fresh.seq
    with pytest.raises(Refused) as refused:
        click(play, "look", seq=seen, key="one", marks=[])
    assert (refused.value.code, play.fresh.seq) == ("not_yet", seen)


def test_the_end_is_announced_after_the_commit_with_the_context_of_the_start(
    small_case, owner, django_capture_on_commit_callbacks
):
    heard = []

    def listen(sender, **news):
        heard.append((news["scenario_key"], news["passed"], news["context"], news["run_uuid"]))

    signals.run_ended.connect(listen)
    player = Player(owner, context={"from": "a lesson"})
    player.act("ask_page").wait().act("look", marks=["birth"])
    with django_capture_on_commit_callbacks(execute=True):
        player.act("agree")
    signals.run_ended.disconnect(listen)
    assert heard == [("small-case", True, {"from": "a lesson"}, player.run.uuid)]


def test_a_pass_is_kept_on_the_row(finished):
    run = finished.fresh
    assert (run.outcome, run.ending, run.percent, run.has_ended) == ("pass", "answered", 100, True)


def test_a_breach_is_no_pass(play):
    run = play.act("agree").fresh
    assert (run.outcome, run.ending) == ("fail", "careless")


def test_silence_is_neither_a_pass_nor_a_failure(play):
    while not play.fresh.has_ended:
        play.end_day()
    assert (play.run.outcome, play.run.ending) == ("neutral", "deemed")


def test_an_ended_run_takes_no_more_acts(finished):
    with pytest.raises(Refused, match="ended"):
        finished.act("compute", last_day="2026-04-14")


def test_opening_a_case_twice_opens_the_same_run(small_case, owner):
    first = services.open_or_start(user=owner, scenario_key="small-case")
    assert services.open_or_start(user=owner, scenario_key="small-case") == first


def test_starting_again_after_a_move_is_a_new_run(play, owner):
    play.act("ask_page")
    assert services.open_or_start(user=owner, scenario_key="small-case") != play.run


def test_somebody_elses_run_is_not_there(play, stranger):
    with pytest.raises(Run.DoesNotExist):
        services.end_day(user=stranger, run_uuid=play.run.uuid, expected_seq=1, client_key="x")


def test_a_run_is_gone_on_with_years_later(play, monkeypatch):
    play.act("ask_page")
    years_later = clock.now() + timedelta(days=3650)
    monkeypatch.setattr(clock, "now", lambda: years_later)
    play.wait().act("look", marks=["birth"]).act("agree")
    assert (play.fresh.outcome, play.run.ended_at, services.verify(play.run)) == (Run.Outcome.PASS, years_later, "")
