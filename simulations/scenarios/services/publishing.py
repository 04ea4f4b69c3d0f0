"""Publishing a case: once it is checked and frozen, nothing outside can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from portal.audit import api as audit
from simulations.agreements.api import with_signatures
from simulations.engine import scenario as case_of
from simulations.engine.check.report import QUICK, Limits, Report
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.reference import Reference
from simulations.engine.source import read
from simulations.scenarios.engine import frozen
from simulations.scenarios.models import Scenario, ScenarioVersion
from simulations.scenarios.services.checking import request_check
from simulations.scenarios.services.examining import examine
from simulations.scenarios.services.pointing import point_to

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def publish_scenario(
    *, key: str, raw: bytes | str, reference: Reference, by: User | None = None, limits: Limits = QUICK
) -> ScenarioVersion:
    """The version new runs are played on as soon as every safeguard is proved, and a long check of it is asked for.

    What is not proved within `limits` waits: the version is kept, and the long check makes it the current one. The
    same content again is the same version, and is not checked twice. Raises ScenarioInvalid with every problem the
    loader or the checker finds, and then publishes nothing.
    """
    case = load(raw, reference, key=key)
    used = Reference(values=case.values, calendars=with_signatures(case.calendars))
    document = frozen.written(frozen.document(read(raw).value, used))
    version = _known(case, document)
    if version is None:
        report = examine(raw, reference, key=key, limits=limits)
        if not report.ok and not report.is_only_unproved:
            raise ScenarioInvalid(report.problems)
        version = _create(report, document, by)
    if version.report["ok"] or _was_proved(version):
        point_to(version)
    if not version.checks.exists():
        request_check(version=version, by=by)
    return version


def _known(case: case_of.Scenario, document: str) -> ScenarioVersion | None:
    content = {"key": case.key, "logic_hash": case.logic_hash, "text_hash": frozen.digest(document)}
    return ScenarioVersion.objects.filter(**content).first()


def _was_proved(version: ScenarioVersion) -> bool:
    """By its long check, after it had been kept."""
    return any(check.found.get("proofs", {}).get("ok") for check in version.checks.all())


@transaction.atomic
def withdraw_scenario(*, key: str, by: User | None = None) -> None:
    """No new runs; those that are open can be played to their end."""
    Scenario.objects.filter(key=key).update(is_open=False)
    audit.record(actor=by, verb="scenario.withdrawn", target=f"scenario:{key}")


def _create(report: Report, document: str, by: User | None) -> ScenarioVersion:
    newest = ScenarioVersion.objects.select_for_update().filter(key=report.key).order_by("-number").first()
    version = ScenarioVersion.objects.create(
        key=report.key,
        logic_hash=report.logic_hash,
        text_hash=frozen.digest(document),
        number=newest.number + 1 if newest else 1,
        document=document,
        report=report.as_dict(),
        published_by=by,
    )
    trace = {"logic_hash": report.logic_hash}
    audit.record(actor=by, verb="scenario.published", target=f"scenario:{version}", detail=trace)
    return version
