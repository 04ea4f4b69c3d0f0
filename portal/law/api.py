"""The front door of the law register."""

from collections.abc import Iterable

from django.utils.translation import get_language

from portal.law import queries, services
from portal.law.queries import Provision, UnknownProvision

__all__ = ["Provision", "UnknownProvision", "cite", "places_citing", "provision", "provisions", "register"]


def provision(key: str, locale: str | None = None) -> Provision:
    try:
        return provisions([key], locale)[key]
    except KeyError:
        raise UnknownProvision(key) from None


def provisions(keys: Iterable[str], locale: str | None = None) -> dict[str, Provision]:
    """Those of the keys that the register knows; one query."""
    return queries.provisions(keys, locale=_locale(locale))


def register(locale: str | None = None) -> tuple[Provision, ...]:
    return queries.register(locale=_locale(locale))


def cite(key: str, where: str) -> None:
    """Notes that `where` rests on the provision; said twice, it is noted once."""
    services.cite(key=key, place=where)


def places_citing(key: str) -> tuple[str, ...]:
    return queries.places_citing(key)


def _locale(locale: str | None) -> str:
    return locale or get_language() or "en"
