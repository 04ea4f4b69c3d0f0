"""The long check of a version, stage by stage. What a stage found is kept at once: another worker goes on from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from portal.audit import api as audit
from portal.core.clock import now
from simulations.scenarios import queries
from simulations.scenarios.engine.stages import STAGES, Given, Limits
from simulations.scenarios.models import CheckRun, ScenarioVersion
from simulations.scenarios.registry import past_runs
from simulations.scenarios.services.pointing import point_to
from simulations.scenarios.signals import check_wanted

if TYPE_CHECKING:
    from portal.accounts.models import User

MOST_PAST_RUNS = 400
BETWEEN_SIGNS = timedelta(seconds=1)
LONG = Limits(seconds=60.0, states=5_000_000, runs=143)
SHORT = Limits(seconds=2.0, states=200_000, runs=20)


@transaction.atomic
def request_check(*, version: ScenarioVersion, by: User | None = None) -> CheckRun:
    """The open check of this version, or a new one. One that fell silent is called interrupted first."""
    note_interrupted()
    # The version's row is the lock: of two clicks at once the second finds the check of the first.
    ScenarioVersion.objects.select_for_update().only("pk").get(pk=version.pk)
    check = CheckRun.objects.filter(version=version, state__in=_OPEN).first()
    if check is None:
        check = CheckRun.objects.create(version=version, asked_by=by, found=_left_by_the_last(version))
        audit.record(actor=by, verb="scenario.check_asked", target=f"scenario:{version}")
    wanted = check.uuid
    transaction.on_commit(lambda: check_wanted.send(sender=CheckRun, check_uuid=wanted))
    return check


_OPEN = (CheckRun.State.QUEUED, CheckRun.State.RUNNING)


def _left_by_the_last(version: ScenarioVersion) -> dict[str, object]:
    """The stages that a check which was broken off had finished."""
    last = CheckRun.objects.filter(version=version).first()
    return dict(last.found) if last and last.state == CheckRun.State.INTERRUPTED else {}


def note_interrupted() -> int:
    """Checks nobody has heard of for too long are shown as what they are."""
    silent = Q(heard_at__lt=now() - CheckRun.SILENCE) | Q(heard_at=None)
    return CheckRun.objects.filter(silent, state=CheckRun.State.RUNNING).update(state=CheckRun.State.INTERRUPTED)


def run_check(*, check_uuid: UUID, limits: Limits = LONG) -> None:
    """Every stage that is still missing. Handed out twice, the second worker finds it taken and does nothing."""
    if not _taken(check_uuid):
        return
    check = CheckRun.objects.select_related("version").get(uuid=check_uuid)
    scenario = queries.scenario_of(check.version)
    ended = tuple(past_runs(check.version.key, MOST_PAST_RUNS))
    own = tuple(run.past for run in ended if run.version == check.version_id)
    older = tuple(run.past for run in ended if run.version != check.version_id)
    begun = now()
    for stage, work in STAGES.items():
        if stage in check.found:
            continue
        sign = _signs(check, stage)
        sign(0)
        check.found[stage] = work(Given(scenario, own, older, limits, sign))
        check.seconds = (now() - begun).total_seconds()
        check.heard_at = now()
        check.save(update_fields=["found", "seconds", "heard_at"])
    with transaction.atomic():
        CheckRun.objects.filter(pk=check.pk).update(state=CheckRun.State.DONE, stage="", heard_at=now())
        _publish_what_waited(check)


def _publish_what_waited(check: CheckRun) -> None:
    """A version that was kept unproved becomes the current one once it is proved, unless a newer one came first."""
    version = check.version
    waited = not version.report.get("ok")
    newer = ScenarioVersion.objects.filter(key=version.key, number__gt=version.number)
    if waited and check.found.get("proofs", {}).get("ok") and not newer.exists():
        point_to(version)


def _taken(check_uuid: UUID) -> bool:
    """Claimed by this worker alone; a row whose worker fell silent may be claimed again."""
    silent = Q(state=CheckRun.State.RUNNING, heard_at__lt=now() - CheckRun.SILENCE)
    free = CheckRun.objects.filter(Q(state=CheckRun.State.QUEUED) | silent, uuid=check_uuid)
    with transaction.atomic():
        check = free.select_for_update().first()
        if check is None:
            return False
        check.state, check.heard_at, check.attempts = CheckRun.State.RUNNING, now(), check.attempts + 1
        check.save(update_fields=["state", "heard_at", "attempts"])
        return True


def _signs(check: CheckRun, stage: str) -> Callable[[int], None]:
    """Writes how far the work is, at most once a second."""
    last = now() - BETWEEN_SIGNS

    def sign(states: int) -> None:
        nonlocal last
        if now() - last >= BETWEEN_SIGNS:
            last = now()
            CheckRun.objects.filter(pk=check.pk).update(stage=stage, states=states, heard_at=last)

    return sign
