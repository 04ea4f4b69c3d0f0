"""The log: what it keeps, what it forgets, and that nobody changes it unseen."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.evolve import evolve, replay
from simulations.engine.log import Event, append, chain_breaks
from simulations.engine.run import Command, verify
from simulations.engine.state import State
from tests.simulations.engine.playing import do, easter_clock, play
from tests.simulations.engine.tiny import tiny

LOG = play(tiny(), do("ask"), do("wait"), do("inspect"), do("refuse", words="he was not found"))


def test_an_untouched_log_holds_together():
    assert chain_breaks(LOG) is None
    assert verify(tiny(), LOG) == ""


def test_a_log_survives_its_rows():
    again = [Event.from_dict(event.as_dict()) for event in LOG]
    assert again == LOG
    assert replay(again) == replay(LOG)


@given(st.integers(0, len(LOG) - 1), st.sampled_from(["seq", "step", "kind", "at", "data", "prev", "hash"]))
def test_any_changed_field_shows(index, name):
    changed = {
        "seq": 99,
        "step": 99,
        "kind": "begun_again",
        "at": datetime.fromisoformat("2027-01-01T00:00"),
        "data": {**LOG[index].data, "more": 1},
        "prev": "1" * 64,
        "hash": "1" * 64,
    }
    tampered = [*LOG[:index], replace(LOG[index], **{name: changed[name]}), *LOG[index + 1 :]]
    assert chain_breaks(tampered) == index + 1


@given(st.integers(0, len(LOG) - 2))
def test_a_missing_event_shows(index):
    assert chain_breaks([*LOG[:index], *LOG[index + 1 :]]) == index + 1


def test_a_log_rewritten_with_fresh_hashes_is_still_not_what_the_engine_would_write():
    forged = list(LOG)
    last = LOG[-2]
    data = {**last.data, "changes": [["fact", "reply", "agreed"]]}
    forged[-2:] = [append(last.seq, last.step, last.kind, last.at, data, last.prev)]
    assert chain_breaks(forged) is None
    assert verify(tiny(), forged) == f"differs at {LOG[-2].seq}"


def test_own_words_never_enter_the_log():
    words = "Zoran said that it was his brother"
    log = play(tiny(), do("refuse", words=words))
    assert "Zoran" not in str([event.as_dict() for event in log])
    assert log[1].data["inputs"] == {"words": {"words": 7, "digest": ""}}


def test_a_keyed_digest_of_the_words_is_kept_as_given():
    log = play(tiny(), do("refuse", words={"words": 7, "digest": "ab12"}))
    assert log[1].data["inputs"] == {"words": {"words": 7, "digest": "ab12"}}
    assert verify(tiny(), log) == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
OPERATION = st.sampled_from(
    ["fact", "document", "clock", "done", "pend", "arrive", "read", "inject", "breach", "risk", "end", "no such"]
)
CHANGE = st.tuples(OPERATION, JSON, JSON) | st.tuples(OPERATION, JSON) | JSON
MOMENTS = st.datetimes(min_value=datetime.fromisoformat("2000-01-01"))


@st.composite
def events(draw):
    changes = draw(st.lists(CHANGE, max_size=5) | JSON)
    return Event(draw(st.integers()), draw(st.integers()), draw(st.text()), draw(MOMENTS), {"changes": changes}, "", "")


@given(st.lists(events(), max_size=6))
def test_evolve_never_fails_whatever_the_log_says(log):
    state = replay(log)
    assert isinstance(state, State)
    assert state.now >= State().now


@given(st.lists(events(), max_size=6))
def test_replaying_in_two_halves_is_replaying_at_once(log):
    half = len(log) // 2
    assert replay(log[half:], replay(log[:half])) == replay(log)


def test_evolve_leaves_the_state_before_it_untouched():
    before = replay(LOG[:1])
    copy = replay(LOG[:1])
    for event in LOG[1:]:
        evolve(before, event)
    assert before == copy


@pytest.mark.parametrize("seed", ["a", "b"])
def test_the_same_commands_give_the_same_log(seed):
    commands = (Command("register_receipt"), Command("end_day"))
    assert play(easter_clock(), *commands) == play(easter_clock(), *commands)
