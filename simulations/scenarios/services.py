"""Publishing a case: once it is checked and frozen, nothing outside can change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from portal.audit import api as audit
from simulations.engine.loader import load
from simulations.engine.reference import Reference
from simulations.engine.source import read
from simulations.scenarios.engine import frozen
from simulations.scenarios.models import Scenario, ScenarioVersion

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def publish_scenario(*, key: str, raw: bytes | str, reference: Reference, by: User | None = None) -> ScenarioVersion:
    """The version new runs are played on from now. The same content again is the same version.

    Raises ScenarioInvalid with every problem at once, and then publishes nothing.
    """
    case = load(raw, reference, key=key)
    used = Reference(values=case.values, calendars=case.calendars)
    document = frozen.document(read(raw).value, used)
    version = _version(key, case.logic_hash, document, by)
    Scenario.objects.update_or_create(key=key, defaults={"current": version, "is_open": True})
    return version


@transaction.atomic
def withdraw_scenario(*, key: str, by: User | None = None) -> None:
    """No new runs; those that are open can be played to their end."""
    Scenario.objects.filter(key=key).update(is_open=False)
    audit.record(actor=by, verb="scenario.withdrawn", target=f"scenario:{key}")


def _version(key: str, logic_hash: str, document: Mapping[str, Any], by: User | None) -> ScenarioVersion:
    text_hash = frozen.digest(document)
    same = {"key": key, "logic_hash": logic_hash, "text_hash": text_hash}
    known = ScenarioVersion.objects.filter(**same).first()
    if known is not None:
        return known
    newest = ScenarioVersion.objects.select_for_update().filter(key=key).order_by("-number").first()
    number = newest.number + 1 if newest else 1
    version = ScenarioVersion.objects.create(number=number, document=document, published_by=by, **same)
    audit.record(actor=by, verb="scenario.published", target=f"scenario:{version}", detail={"logic_hash": logic_hash})
    return version
