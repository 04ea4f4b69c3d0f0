"""A snapshot taken and restored is the same state, whatever has happened in it."""

import json
from datetime import date, datetime

from simulations.engine.state import Arrived, Clock, Duty, Pending, State
from simulations.runs.engine import seals, snapshot

NOW = datetime(2026, 4, 7, 9, 2)  # noqa: DTZ001 - time in a case has no zone


def test_every_part_of_a_state_survives():
    days = (date(2026, 4, 2), date(2026, 4, 11), date(2026, 4, 14), date(2026, 4, 14))
    state = State(
        seq=9,
        step=4,
        now=NOW,
        facts={"reply": "none"},
        documents={"form": "read"},
        clocks={"reply": Clock("stopped", *days, None, True, NOW), "transfer": Clock("running", *days, days[3])},
        done={"ask": (NOW, NOW)},
        pending=(Pending(NOW, "page"),),
        inbox=(Arrived("request", NOW, True),),
        injects=frozenset({"b", "a"}),
        breaches={"identity": 7},
        risks={"data": 3},
        asked={"interview": ("school", "village")},
        duties={"injects.call": Duty("open", NOW)},
        styles={"germany": "slow"},
        identity={"version": 1, "members": {"man": {"given": "Đorđe", "birth": "1987-08-04"}}},
        ending="answered",
        head="f" * 64,
    )
    assert snapshot.restored(json.loads(json.dumps(snapshot.taken(state)))) == state


def test_papers_stay_in_the_order_in_which_they_came():
    state = State(now=NOW, documents={"passport_copy": "read", "form": "here"})
    shuffled = json.loads(json.dumps(snapshot.taken(state), sort_keys=True))
    assert list(snapshot.restored(shuffled).documents) == ["passport_copy", "form"]


def test_an_empty_state_survives():
    state = State(now=NOW)
    assert snapshot.restored(snapshot.taken(state)) == state


def test_a_seal_fits_one_text_under_one_key_only():
    digest = seals.seal("key", "text")
    assert seals.fits("key", "text", digest)
    assert not seals.fits("key", "other", digest)
    assert not seals.fits("other", "text", digest)
