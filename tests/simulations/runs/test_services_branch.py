"""Going back is a new run; the old one stays."""

import pytest

from simulations.runs import queries, services
from simulations.runs.models import Run
from simulations.runs.services.branch import NoSuchPlace
from tests.factories.simulations import Player

pytestmark = pytest.mark.django_db


def begins(player: Player, act: str) -> int:
    return next(event.seq for event in queries.events_of(player.run) if event.data.get("act") == act)


def test_a_branch_shares_the_beginning_and_is_played_on(finished, owner):
    seq = begins(finished, "agree")
    branch = services.fork(user=owner, run_uuid=finished.run.uuid, seq=seq)
    assert queries.events_of(branch) == queries.events_of(finished.run)[: seq - 1]
    assert (branch.parent, branch.parent_seq, branch.has_ended) == (finished.run, seq, False)
    player = Player.at(branch, owner).act("refuse", ground="not_ours", reasons="He is in no register.")
    assert player.fresh.outcome == "pass"
    assert services.verify(player.run) == ""


def test_the_parent_is_untouched(finished, owner):
    before = queries.events_of(finished.fresh)
    services.fork(user=owner, run_uuid=finished.run.uuid, seq=begins(finished, "look"))
    assert queries.events_of(finished.fresh) == before
    assert finished.run.outcome == "pass"


def test_words_of_the_shared_part_come_along_with_their_key(play, owner):
    play.act("refuse", ground="doubt", reasons="The date of birth differs.")
    branch = services.fork(user=owner, run_uuid=play.run.uuid, seq=play.fresh.seq - 1)
    assert queries.texts_of(branch, owner) == {}
    assert services.verify(branch) == ""


@pytest.mark.parametrize("seq", [0, 1, 999])
def test_there_is_no_branch_where_no_command_begins(finished, owner, seq):
    with pytest.raises(NoSuchPlace):
        services.fork(user=owner, run_uuid=finished.run.uuid, seq=seq)


def test_nobody_branches_somebody_elses_run(finished, stranger):
    with pytest.raises(Run.DoesNotExist):
        services.fork(user=stranger, run_uuid=finished.run.uuid, seq=2)
