"""Publishing a case: once it is checked and frozen, nothing outside can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from portal.audit import api as audit
from simulations.engine.check.report import Report, check_file
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.reference import Reference
from simulations.engine.source import read
from simulations.scenarios.engine import frozen
from simulations.scenarios.models import Scenario, ScenarioVersion
from simulations.scenarios.services.checking import request_check

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def publish_scenario(*, key: str, raw: bytes | str, reference: Reference, by: User | None = None) -> ScenarioVersion:
    """The version new runs are played on from now, and a long check of it is asked for.

    The same content again is the same version, and is not checked twice. Raises ScenarioInvalid with every problem the
    loader or the checker finds, and then publishes nothing.
    """
    report = check_file(raw, reference, key=key)
    if not report.ok:
        raise ScenarioInvalid(report.problems)
    case = load(raw, reference, key=key)
    used = Reference(values=case.values, calendars=case.calendars)
    document = frozen.written(frozen.document(read(raw).value, used))
    version = _version(report, document, by)
    Scenario.objects.update_or_create(key=key, defaults={"current": version, "is_open": True})
    if not version.checks.exists():
        request_check(version=version, by=by)
    return version


@transaction.atomic
def withdraw_scenario(*, key: str, by: User | None = None) -> None:
    """No new runs; those that are open can be played to their end."""
    Scenario.objects.filter(key=key).update(is_open=False)
    audit.record(actor=by, verb="scenario.withdrawn", target=f"scenario:{key}")


def _version(report: Report, document: str, by: User | None) -> ScenarioVersion:
    content = {"key": report.key, "logic_hash": report.logic_hash, "text_hash": frozen.digest(document)}
    known = ScenarioVersion.objects.filter(**content).first()
    if known is not None:
        return known
    newest = ScenarioVersion.objects.select_for_update().filter(key=report.key).order_by("-number").first()
    version = ScenarioVersion.objects.create(
        **content,
        number=newest.number + 1 if newest else 1,
        document=document,
        report=report.as_dict(),
        published_by=by,
    )
    trace = {"logic_hash": report.logic_hash}
    audit.record(actor=by, verb="scenario.published", target=f"scenario:{version}", detail=trace)
    return version
