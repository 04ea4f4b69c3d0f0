"""Whatever somebody does: the log replays, the engine would write it again, a breach is always recorded."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulations.engine.conditions import holds
from simulations.engine.desk import Offer, desk
from simulations.engine.evolve import evolve, replay
from simulations.engine.log import Event, chain_breaks
from simulations.engine.refusal import CODES, Refused
from simulations.engine.run import Command, begin, decide, steps, verify
from simulations.engine.scenario import Scenario
from simulations.engine.scoring import score
from simulations.engine.state import State
from tests.simulations.engine.playing import easter_clock
from tests.simulations.engine.talking import talking

MOST_STEPS = 60
SEEDS = st.integers(0, 10**9)


def anybody(seed: int, case: Callable[[], Scenario] = easter_clock) -> list[Event]:
    """A run of somebody who does any offered thing in any offered way."""
    scenario, dice = case(), random.Random(seed)  # noqa: S311 - a test, not a secret
    events = list(begin(scenario, str(seed)))
    state = replay(events)
    for _ in range(MOST_STEPS):
        if state.has_ended:
            break
        new = decide(scenario, state, _command(scenario, state, dice))
        events += new
        state = replay(new, state)
    return events


def _command(scenario: Scenario, state: State, dice: random.Random) -> Command:
    table = desk(scenario, state)
    roll = dice.random()
    if roll < 0.05 and (left := _facilitators(scenario) - state.injects):
        return Command("fire", {"inject": dice.choice(sorted(left))}, by="facilitator")
    if roll < 0.15 or not table.offers:
        return Command("end_day")
    if roll < 0.3 and table.wait:
        return Command("wait")
    if roll < 0.45 and table.papers:
        return Command("read", {"document": dice.choice(table.papers).document.key})
    offer = dice.choice(table.offers)
    return Command(offer.act.key, {item.key: _value(item.kind, item, offer, dice) for item in offer.act.inputs})


def _facilitators(scenario: Scenario) -> set[str]:
    return {key for key, inject in scenario.injects.items() if inject.by}


def _value(kind: str, item: Any, offer: Offer, dice: random.Random) -> Any:
    options = [option.key for option in offer.options[item.key]]
    match kind:
        case "choice":
            return dice.choice(options)
        case "many":
            return dice.sample(options, dice.randint(1, len(options)))
        case "table":
            return {row.key: dice.choice(options) for row in item.rows}
        case "form":
            return {key: dice.choice(["", "x", *field.fits]) for key, field in offer.form.fields.items()}
        case "marks":
            marks = [f"{place}:{kind}" for place, _ in offer.marks.places for kind in offer.marks.kinds]
            return dice.sample(marks, dice.randint(0, 4))
        case "order":
            return dice.sample(options, len(options))
        case "date":
            return f"2026-0{dice.randint(4, 6)}-{dice.randint(10, 30)}"
        case _:
            return "some words of my own " * max(1, item.least_words)


@pytest.mark.parametrize("case", [easter_clock, talking])
@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_random_log_replays_and_verifies(case, seed):
    events = anybody(seed, case)
    assert chain_breaks(events) is None
    assert verify(case(), events) == ""
    one_by_one = State()
    for event in events:
        one_by_one = evolve(one_by_one, event)
    assert one_by_one == replay(events)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_time_never_runs_backwards(seed):
    moments = [event.at for event in anybody(seed)]
    assert moments == sorted(moments)


@settings(max_examples=100, deadline=None)
@given(SEEDS)
@example(4739995)  # the answer about protection arrives while the day of the transfer is being agreed
def test_a_breach_is_always_recorded_and_never_invented(seed):
    """The predicates are written again here, over the commands alone."""
    events = anybody(seed)
    assert set(replay(events).breaches) == _breaches_by_hand(events)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_nobody_passes_after_a_breach(seed):
    events = anybody(seed)
    state = replay(events)
    assert not (state.breaches and score(easter_clock(), events).passed)
    assert not (state.breaches and state.ending == "answered")


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_every_duty_is_open_in_time_met_in_time_or_missed_at_its_end(seed):
    """And a missed one of a safeguard is a breach, once."""
    state = State()
    for event in anybody(seed, talking):
        state = evolve(state, event)
        for key, duty in state.duties.items():
            assert (duty.status == "open") <= (state.now <= duty.until)
            if key.startswith("safeguards."):
                assert (duty.status == "missed") == (key.removeprefix("safeguards.") in state.breaches)


@pytest.mark.parametrize("case", [easter_clock, talking])
@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_what_the_desk_offers_is_possible_and_what_it_denies_is_not(case, seed):
    scenario = case()
    for step in steps(anybody(seed, case)):
        if step.after.has_ended:
            continue
        table = desk(scenario, step.after)
        assert all(holds(need.when, scenario, step.after) for offer in table.offers for need in offer.act.needs)
        listed = [offer.act.key for offer in table.offers]
        listed += [item.act.key for item in table.not_yet] + [act.key for act in table.behind]
        assert sorted(listed) == sorted(scenario.acts)


def _breaches_by_hand(events: list[Event]) -> set[str]:
    """What counts is what was so when the act was begun: an answer that comes while it is being done is too late."""
    found, compared, deemed, checked = set(), False, False, False
    wide = {"spouse_children", "health_insurance", "criminal_record"}
    for step in steps(events):
        act, inputs = step.act, step.inputs
        was_deemed, was_checked = deemed, checked
        deemed |= any(item.kind == "deadline_expired" and item.data["deadline"] == "reply" for item in step.events)
        checked |= any(item.data.get("message") == "protection_answer" for item in step.events)
        if step.taken.kind != "act_taken":
            continue
        if act in ("reply_agreed", "order_travel_document") and not compared:
            found.add("right_person")
        if act in ("reply_refused", "ask_more_time") and inputs["reason"] == "none":
            found.add("reasons_given")
        asked = wide & set(inputs.get("data", ())) or inputs.get("question") in ("family", "medical", "asylum")
        if asked or "reasons" in inputs.get("subjects", ()):
            found.add("needed_data_only")
        if "excess" in inputs.get("application", {}).values():
            found.add("needed_data_only")
        if act == "agree_transfer" and was_deemed and not was_checked:
            found.add("silence_is_no_check")
        compared = compared or act == "compare_identity"
    return found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "data",
        "date_from",
        "due",
        "findings",
        "reason",
        "record",
        "words",
        "day",
        "tell",
        "question",
        "document",
        "message",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([*easter_clock().acts, "end_day", "wait", "read", "no such act"]),
    st.dictionaries(NAMES | st.text(max_size=5), JSON, max_size=3),
    st.none() | st.integers(),
)
def test_whatever_is_sent_is_done_or_refused_by_name(act, inputs, expected_seq):
    scenario = easter_clock()
    assert outcome(replay(begin(scenario)), Command(act, inputs, expected_seq)) in {"done", *CODES}


def outcome(state: State, command: Command) -> str:
    try:
        decide(easter_clock(), state, command)
    except Refused as refusal:
        return refusal.code
    return "done"
