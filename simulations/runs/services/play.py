"""Playing: start, act, let the day end. A double click counts once, a stale page changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from portal.core import clock
from simulations.engine import run as engine
from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import queries
from simulations.runs.engine import seals
from simulations.runs.models import Run, RunEvent, Seat, SeatText
from simulations.runs.services import log
from simulations.runs.services.drafts import drop_drafts
from simulations.runs.services.judging import hand_in
from simulations.runs.services.lock import refuse_if_torn
from simulations.runs.services.words import keep_words, persona
from simulations.scenarios import queries as scenarios

if TYPE_CHECKING:
    from portal.accounts.models import User


class FileChanged(Exception):
    """Something was done since the page was shown: `since` are the commands the person has not seen."""

    def __init__(self, since: tuple[RunEvent, ...]) -> None:
        super().__init__(f"{len(since)} events since the page was shown")
        self.since = since


@dataclass(frozen=True)
class Played:
    """`step` of the command; `repeated` when this very click had already counted."""

    run: Run
    step: int
    repeated: bool = False


@transaction.atomic
def start_run(
    *,
    user: User,
    scenario_key: str,
    context: Mapping[str, Any] | None = None,
    styles: Mapping[str, str] | None = None,
) -> Run:
    """A new run on the version that is current now; `context` is handed back when it ends.

    `styles`: of counterparts whose manner shall not be left to the seed.
    """
    version = scenarios.current_version(scenario_key)
    scenario, seed = scenarios.scenario_of(version), queries.next_seed(user, scenario_key)
    run = Run.objects.create(version=version, context=dict(context or {}), moved_at=clock.now())
    Seat.objects.create(run=run, user=user, role=scenario.role)
    log.append(run, scenario, engine.begin(scenario, seed=seed, styles=styles), state=State())
    return run


def take_act(
    *,
    user: User,
    run_uuid: UUID,
    act: str,
    inputs: Mapping[str, Any],
    expected_seq: int,
    client_key: str,
    confirmed: bool = False,
) -> Played:
    """Does an act. Raises FileChanged on a stale page and the engine's Refused when it is not possible.

    `confirmed`: the person has looked at what the guard warned about in own words.
    """
    refuse_if_torn(user=user, run_uuid=run_uuid)
    return _command(user, run_uuid, act, inputs, expected_seq, client_key, confirmed=confirmed)


@transaction.atomic
def open_or_start(*, user: User, scenario_key: str) -> Run:
    """A second click on the same button opens the run that the first one started."""
    # The person's row is locked, so that two clicks stand in line before there is a run to lock.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    untouched = queries.runs_of(user).filter(
        version__key=scenario_key, ended_at=None, locked_at=None, parent=None, state__step=0
    )
    return untouched.first() or start_run(user=user, scenario_key=scenario_key)


class PassTime(Protocol):
    def __call__(self, *, user: User, run_uuid: UUID, expected_seq: int, client_key: str) -> Played: ...


def end_day(*, user: User, run_uuid: UUID, expected_seq: int, client_key: str) -> Played:
    """To the next office morning, through everything that falls due on the way."""
    refuse_if_torn(user=user, run_uuid=run_uuid)
    return _command(user, run_uuid, engine.END_DAY, {}, expected_seq, client_key)


def wait(*, user: User, run_uuid: UUID, expected_seq: int, client_key: str) -> Played:
    """To the next morning on which something is new."""
    refuse_if_torn(user=user, run_uuid=run_uuid)
    return _command(user, run_uuid, engine.WAIT, {}, expected_seq, client_key)


@transaction.atomic
def open_document(*, user: User, run_uuid: UUID, document: str) -> Run:
    """Notes that a paper was looked at, the first time. Takes no case time and makes no page stale."""
    run = _locked(user, run_uuid)
    state = queries.state_of(run)
    if state.documents.get(document) == "here" and not state.has_ended:
        scenario = queries.scenario_of(run, state)
        command = engine.Command(engine.READ, {"document": document})
        log.append(run, scenario, engine.decide(scenario, state, command), state=state)
    return run


@transaction.atomic
def _command(
    user: User,
    run_uuid: UUID,
    act: str,
    inputs: Mapping[str, Any],
    expected_seq: int,
    client_key: str,
    *,
    confirmed: bool = False,
) -> Played:
    run = _locked(user, run_uuid)
    counted = RunEvent.objects.filter(run=run, client_key=client_key).first() if client_key else None
    if counted is not None:
        return Played(run, counted.step, repeated=True)
    if since := tuple(queries.commands_since(run, expected_seq)):
        raise FileChanged(since)
    state, seat = queries.state_of(run), queries.seat_of(run, user)
    scenario = queries.scenario_of(run, state)
    state = _what_was_shown_is_read(run, scenario, state)
    sealed, words = _sealed(scenario, act, inputs, seat)
    events = engine.decide(scenario, state, engine.Command(act, sealed))
    after = log.append(run, scenario, events, state=state, client_key=client_key)
    for field, text in words.items():
        place = {"seat": seat, "kind": SeatText.Kind.INPUT, "step": after.step, "field": field}
        row = keep_words(place, text, allow=persona(scenario), confirmed=confirmed)
        if scenario.acts[act].task == "write":
            hand_in(row, act=act)
    drop_drafts(seat, act)
    return Played(run, after.step)


def _locked(user: User, run_uuid: UUID) -> Run:
    """The row is locked first, so that two clicks stand in line."""
    return queries.runs_of(user).select_for_update(of=("self",)).get(uuid=run_uuid)


def _what_was_shown_is_read(run: Run, scenario: Scenario, state: State) -> State:
    """Who acts has seen the messages on the desk: they are new until then, and a page that is only looked at
    changes nothing."""
    for letter in [item for item in state.inbox if not item.read]:
        if state.has_ended:
            break
        command = engine.Command(engine.READ, {"message": letter.message})
        state = log.append(run, scenario, engine.decide(scenario, state, command), state=state)
    return state


def _sealed(
    scenario: Scenario, act: str, inputs: Mapping[str, Any], seat: Seat
) -> tuple[dict[str, Any], dict[str, str]]:
    """Inputs for the log, own words replaced by their number and a keyed digest, and the words themselves.

    What is typed into a form goes to the engine as it is: the engine keeps its judgement, and nothing of the text.
    """
    kinds = {item.key: item.kind for item in scenario.acts[act].inputs} if act in scenario.acts else {}
    words = {key: value for key, value in inputs.items() if kinds.get(key) == "text" and value}
    seal = {key: {"words": len(text.split()), "digest": seals.seal(seat.secret, text)} for key, text in words.items()}
    forms = {key: value for key, value in inputs.items() if kinds.get(key) == "form" and isinstance(value, Mapping)}
    typed = {f"{key}.{field}": text for key, fields in forms.items() for field, text in fields.items() if text}
    return {**inputs, **seal}, {**words, **typed}
