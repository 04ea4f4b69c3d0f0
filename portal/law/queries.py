"""Reads of the register: always the newest version of a provision, in one query for any number of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.law.models import Citation, ProvisionVersion


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision as a reader meets it, in one language (English where a translation is missing)."""

    key: str
    title: str
    heading: str
    text: str
    source: str
    source_url: str
    mark: str
    checked_on: date | None
    checked_by: str
    read_on: date
    publication: str
    note: str


class UnknownProvision(LookupError):
    """No provision of that key is in the register."""


def provisions(keys: Iterable[str], *, locale: str) -> dict[str, Provision]:
    rows = _newest().filter(provision__key__in=set(keys))
    return {row.provision.key: _as_read(row, locale) for row in rows}


def register(*, locale: str) -> tuple[Provision, ...]:
    return tuple(_as_read(row, locale) for row in _newest())


def places_citing(key: str) -> tuple[str, ...]:
    return tuple(Citation.objects.filter(provision__key=key).order_by("place").values_list("place", flat=True))


def _newest() -> QuerySet[ProvisionVersion]:
    newest = ProvisionVersion.objects.filter(provision=OuterRef("provision")).order_by("-n").values("n")[:1]
    return (
        ProvisionVersion.objects.annotate(newest=Subquery(newest))
        .filter(n=F("newest"))
        .select_related("provision__instrument")
        .order_by("provision__key")
    )


def _as_read(row: ProvisionVersion, locale: str) -> Provision:
    provision, instrument = row.provision, row.provision.instrument
    return Provision(
        key=provision.key,
        title=_title(_in(instrument.short, locale), _in(provision.article, locale), locale),
        heading=_in(provision.heading, locale),
        text=_in(row.text, locale),
        source=row.source,
        source_url=row.source_url,
        mark=row.mark,
        checked_on=row.checked_on,
        checked_by=row.checked_by,
        read_on=row.read_on,
        publication=instrument.publication,
        note=_in(instrument.note, locale),
    )


def _title(instrument: str, article: str, locale: str) -> str:
    if not article:
        return instrument
    if not article[0].isdigit():
        return f"{instrument}, {article}"
    with override(locale):
        return _("%(instrument)s, Article %(article)s") % {"instrument": instrument, "article": article}


def _in(texts: dict[str, str], locale: str) -> str:
    return texts.get(locale) or texts.get("en", "")
