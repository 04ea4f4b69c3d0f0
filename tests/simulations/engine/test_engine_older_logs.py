"""Logs that an older engine wrote replay for ever and are decided again as far as they were decided alike."""

from collections.abc import Sequence
from typing import Any

import pytest

from simulations.engine.evolve import replay
from simulations.engine.log import Event, append, chain_breaks
from simulations.engine.run import verify
from simulations.engine.scoring import score
from simulations.engine.state import EMPTY_HEAD
from tests.simulations.engine.playing import do, play
from tests.simulations.engine.tiny import tiny


def written_anew(events: Sequence[Event], first: dict[str, Any]) -> list[Event]:
    """The same log with another first event, in a sound chain of its own."""
    found: list[Event] = []
    for event in events:
        data = first if event.seq == 1 else event.data
        head = found[-1].hash if found else EMPTY_HEAD
        found.append(append(event.seq, event.step, event.kind, event.at, data, head))
    return found


def older(*, facts: dict[str, str] | None = None) -> list[Event]:
    """As the second semantics wrote it: no number of its own, and another hash of the case."""
    events = play(tiny(), do("ask"), do("wait"), do("inspect"), do("agree"))
    begun = {key: value for key, value in events[0].data.items() if key != "semantics"}
    changes = [
        ["fact", change[1], (facts or {}).get(change[1], change[2])] if change[0] == "fact" else change
        for change in begun["changes"]
    ]
    return written_anew(events, {**begun, "changes": changes, "logic_hash": "of the second semantics"})


def test_an_older_log_replays_is_scored_and_verifies():
    events = older()
    assert chain_breaks(events) is None
    assert (replay(events).ending, score(tiny(), events).points) == ("answered", 10)
    assert verify(tiny(), events) == ""


def test_an_older_log_that_begins_otherwise_is_told():
    assert verify(tiny(), older(facts={"deemed": "yes"})) == "differs at 1"


def test_a_newer_log_of_another_case_is_told():
    events = play(tiny(), do("ask"))
    other = written_anew(events, {**events[0].data, "logic_hash": "of another case"})
    assert verify(tiny(), other) == "differs at 1"


@pytest.mark.parametrize("inputs", ["fits", 7, None, {"document": []}, {"document": {"passport": 1}}])
def test_a_sound_chain_around_what_no_engine_wrote_is_told(inputs):
    events = play(tiny(), do("read", document="form"))
    last = events[-1]
    forged = append(last.seq, last.step, last.kind, last.at, {**last.data, "inputs": inputs}, last.prev)
    assert verify(tiny(), [*events[:-1], forged])[:7] in ("differs", "refused")


def test_an_event_of_an_unknown_kind_changes_nothing_and_breaks_nothing():
    events = play(tiny(), do("ask"))
    strange = append(
        len(events) + 1, 9, "from_the_future", events[-1].at, {"changes": [["levitate", "x"]]}, events[-1].hash
    )
    before, after = replay(events), replay([*events, strange])
    assert (after.facts, after.documents, after.done, after.seq) == (
        before.facts,
        before.documents,
        before.done,
        strange.seq,
    )
