"""Reads of runs. `runs_of` is the only way a view gets one: whose it is, is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from portal.accounts.api import Role, has_role, people_seen_by
from simulations.engine.check.impact import Past
from simulations.engine.evolve import replay
from simulations.engine.log import Event
from simulations.engine.run import READ
from simulations.engine.scenario import Scenario
from simulations.engine.state import State
from simulations.runs import registry
from simulations.runs.engine import snapshot
from simulations.runs.engine.dressing import dressed
from simulations.runs.models import FormCheck, Run, RunEvent, Seat, SeatText, SupportLine, WrittenWork
from simulations.scenarios import queries as scenarios
from simulations.scenarios.models import ScenarioVersion
from simulations.scenarios.registry import PastRun

if TYPE_CHECKING:
    from portal.accounts.models import User


def runs_of(user: User) -> QuerySet[Run]:
    """A person's own runs, newest move first, without the weight of the case's document."""
    own = Run.objects.filter(seats__user=user)
    return own.select_related("version").defer("version__document", "version__report")


def latest_runs_of(user: User) -> dict[str, Run]:
    """The run a person would go on with, by case: the newest open one, else the newest that ended."""
    found: dict[str, Run] = {}
    for run in runs_of(user):
        known = found.get(run.version.key)
        if known is None or (run.is_open and not known.is_open):
            found[run.version.key] = run
    return found


def passed_keys(user: User) -> frozenset[str]:
    passed = Run.objects.filter(seats__user=user, outcome=Run.Outcome.PASS)
    return frozenset(passed.values_list("version__key", flat=True))


def ended_runs_of(user: User) -> QuerySet[Run]:
    """What a person has finished, newest first."""
    return runs_of(user).filter(ended_at__isnull=False).order_by("-ended_at", "-pk")


def keys_played(user_id: int) -> frozenset[str]:
    """Cases this person has begun, whatever came of it."""
    return frozenset(Run.objects.filter(seats__user_id=user_id).values_list("version__key", flat=True))


def latest_run(user: User, scenario_key: str) -> Run | None:
    return latest_runs_of(user).get(scenario_key)


def events_of(run: Run, *, until: int | None = None) -> tuple[Event, ...]:
    rows = RunEvent.objects.filter(run=run).order_by("seq")
    if until is not None:
        rows = rows.filter(seq__lt=until)
    return tuple(as_event(row) for row in rows)


def as_event(row: RunEvent) -> Event:
    return Event(row.seq, row.step, row.kind, datetime.fromisoformat(row.at), row.data, row.prev, row.hash)


def next_seed(user: User, key: str) -> str:
    """What the person's next run of a case draws its people and styles from: known before the run, for the briefing
    to name the same people, and to nobody outside."""
    played = Seat.objects.filter(user=user, run__version__key=key, run__parent=None).count()
    return salted_hmac("runs.seed", f"{user.uuid} {key} {played}", algorithm="sha256").hexdigest()


def state_of(run: Run) -> State:
    """The folded log: from the kept copy where it reaches as far as the log, else folded again."""
    copy = run.state
    if copy and copy.get("seq") == run.seq and copy.get("head") == run.head:
        try:
            return snapshot.restored(copy)
        except (KeyError, TypeError, ValueError):
            pass  # Kept by an engine whose states had another shape: the log is what counts.
    return replay(events_of(run))


def commands_since(run: Run, seq: int) -> Iterable[RunEvent]:
    """What was done after this place in the log, other than reading: what makes a page stale."""
    newer = RunEvent.objects.filter(run=run, seq__gt=seq).exclude(Q(kind="opened", data__act=READ))
    return newer.order_by("seq")


def commands_of(run: Run) -> QuerySet[RunEvent]:
    """What the person did, newest first; reading is not listed."""
    kinds = ("act_taken", "day_ended", "waited")
    return RunEvent.objects.filter(run=run, kind__in=kinds).order_by("-seq")


def acts_taken(run: Run, act: str) -> QuerySet[RunEvent]:
    return RunEvent.objects.filter(run=run, kind="act_taken", data__act=act).order_by("seq")


def support_line_for(user: User) -> SupportLine | None:
    """The one of the country the person works in."""
    return SupportLine.objects.filter(jurisdiction__institutions__user=user).first()


def last_version_of(user: User, key: str) -> ScenarioVersion | None:
    """The version of the person's own newest run of a case."""
    run = runs_of(user).filter(version__key=key).first()
    return run.version if run else None


def seat_of(run: Run, user: User) -> Seat:
    return Seat.objects.get(run=run, user=user)


def draft_field(act: str, name: str) -> str:
    return f"{act}.{name}"


def drafts_of(run: Run, user: User, act: str) -> dict[str, str]:
    """What was typed for an act and not sent, by the name of its field."""
    start = draft_field(act, "")
    rows: Any = SeatText.objects.filter(
        seat__run=run, seat__user=user, kind=SeatText.Kind.DRAFT, field__startswith=start
    )
    return {row.field.removeprefix(start): row.text for row in rows}


def form_check(run: Run, user: User, act: str, sending: int) -> FormCheck | None:
    """The look that was asked for before the act was done for the so-manieth time, counted from 0."""
    rows = FormCheck.objects.filter(seat__run=run, seat__user=user, act=act, sending=sending)
    return rows.select_related("seat").first()


def form_checks(run: Run, user: User) -> dict[tuple[str, int], FormCheck]:
    """By act and sending."""
    rows = FormCheck.objects.filter(seat__run=run, seat__user=user)
    return {(row.act, row.sending): row for row in rows}


def works_for(user: User) -> QuerySet[WrittenWork]:
    """Texts somebody may judge: of the people a trainer teaches, and of a coordinator's scope. Never the own ones."""
    if not has_role(user, Role.TRAINER, Role.COORDINATOR):
        return WrittenWork.objects.none()
    whose = Q(text__seat__user__in=people_seen_by(user, Role.COORDINATOR).values("pk"))
    for circle in registry.circles():
        whose |= Q(text__seat__user__in=circle(user))
    rows = WrittenWork.objects.filter(whose).exclude(text__seat__user=user)
    return rows.select_related("text__seat__run__version").defer(
        "text__seat__run__version__document", "text__seat__run__version__report"
    )


def work_of(run: Run, user: User, step: int) -> WrittenWork | None:
    """The text of a write task that was sent with this command."""
    return WrittenWork.objects.filter(text__seat__run=run, text__seat__user=user, text__step=step).first()


def scenario_of(run: Run, state: State | None = None) -> Scenario:
    """The case as it is played in this run: on its version, with its people."""
    people = (state or state_of(run)).identity
    return dressed(run.uuid.hex, scenarios.scenario_of(run.version), people)


def note_of(run: Run, user: User) -> str:
    kept = SeatText.objects.filter(seat__run=run, seat__user=user, kind=SeatText.Kind.NOTE)
    return kept.values_list("text", flat=True).first() or ""


def works_of(run: Run, user: User) -> dict[int, WrittenWork]:
    """Texts of write tasks, by the step they were sent with."""
    rows = WrittenWork.objects.filter(text__seat__run=run, text__seat__user=user).select_related("text")
    return {row.text.step: row for row in rows}


def texts_of(run: Run, user: User) -> dict[tuple[str, int, str], str]:
    """Own words by kind, step and field."""
    rows: Any = SeatText.objects.filter(seat__run=run, seat__user=user)
    return {(row.kind, row.step, row.field): row.text for row in rows}


def past_runs(key: str, most: int) -> Iterator[PastRun]:
    """The newest ended runs of a case, without who played them: what a changed version is laid beside."""
    ended = Run.objects.filter(version__key=key, ended_at__isnull=False, locked_at__isnull=True).order_by("-pk")[:most]
    runs = {run.pk: run for run in ended}
    rows = RunEvent.objects.filter(run_id__in=runs).order_by("run_id", "seq")
    for pk, events in groupby(rows, key=lambda row: row.run_id):
        run, log = runs[pk], tuple(as_event(row) for row in events)
        yield PastRun(run.version_id, Past(log, run.percent or 0, run.outcome == Run.Outcome.PASS))
