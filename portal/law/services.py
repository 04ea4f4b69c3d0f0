"""Changes to the register: filling it from the file that ships, and noting who cites what."""

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from portal.law.models import Citation, Instrument, Provision, ProvisionVersion
from portal.law.queries import UnknownProvision

REGISTER = Path(__file__).parent / "register.yaml"


def read_register() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(REGISTER.read_text(encoding="utf-8"))
    return document


@transaction.atomic
def fill_register(document: dict[str, Any]) -> int:
    """How many new versions were written; a second filling with the same document writes none."""
    digests = dict(ProvisionVersion.objects.order_by("n").values_list("provision__key", "digest"))
    fresh = [
        (instrument, provision)
        for instrument in document["instruments"]
        for provision in instrument["provisions"]
        if digests.get(_key(instrument, provision)) != _digest(instrument, provision)
    ]
    for instrument, provision in fresh:
        _write(instrument, provision, read_on=document["read_on"])
    return len(fresh)


def cite(*, key: str, place: str) -> None:
    provision = Provision.objects.filter(key=key).first()
    if provision is None:
        raise UnknownProvision(key)
    Citation.objects.get_or_create(provision=provision, place=place)


def _write(instrument: dict[str, Any], provision: dict[str, Any], *, read_on: Any) -> None:
    parent, _ = Instrument.objects.update_or_create(
        key=instrument["key"],
        defaults={
            "title": instrument["title"],
            "short": instrument["short"],
            "publication": instrument.get("publication", ""),
            "jurisdictions": instrument.get("jurisdictions", []),
            "in_force": instrument.get("in_force"),
            "note": instrument.get("note", {}),
        },
    )
    row, _ = Provision.objects.update_or_create(
        key=_key(instrument, provision),
        defaults={"instrument": parent, "article": _texts(provision["article"]), "heading": provision["heading"]},
    )
    row.versions.create(
        n=row.versions.count() + 1,
        text=provision["text"],
        source=provision["source"],
        source_url=provision.get("source_url", ""),
        mark=provision["mark"],
        read_on=provision.get("read_on", read_on),
        checked_on=provision.get("checked_on"),
        checked_by=provision.get("checked_by", ""),
        digest=_digest(instrument, provision),
    )


def _key(instrument: dict[str, Any], provision: dict[str, Any]) -> str:
    return f"{instrument['key']}.{provision['key']}"


def _texts(value: str | dict[str, str]) -> dict[str, str]:
    return {"en": value} if isinstance(value, str) else value


def _digest(instrument: dict[str, Any], provision: dict[str, Any]) -> str:
    around = {name: value for name, value in instrument.items() if name != "provisions"}
    body = json.dumps([around, provision], sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(body.encode()).hexdigest()
