"""Where one can go, in one place: the rooms a person sees, and the foot of every page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def _everyone(user: Any) -> bool:
    return True


def _nobody(user: Any) -> bool:
    return False


@dataclass(frozen=True)
class Place:
    key: str
    label: str | Promise
    url_name: str
    namespaces: frozenset[str]
    shown_to: Callable[[Any], bool] = field(default=_everyone)


@dataclass(frozen=True)
class ShownPlace:
    key: str
    label: str | Promise
    url: str
    is_current: bool


PLACES = (
    Place("home", _("Home"), "home:index", frozenset({"home", "accounts"})),
    Place(
        "courses",
        _("Courses"),
        "catalogue:index",
        frozenset({"catalogue", "learning", "assessment", "certificates"}),
    ),
    Place("cases", _("Cases"), "runs:index", frozenset({"runs", "scenarios", "agreements"})),
    Place("network", _("Network"), "today:index", frozenset({"today", "spaces", "notes", "forum"})),
    Place("teach", _("Teach"), "cohorts:index", frozenset({"cohorts"}), _nobody),
)
# On a wide screen the name in the header leads there; the row of places shows it on a phone only.
PROFILE = Place("profile", _("Profile"), "home:me", frozenset())
FOOTER = (
    (_("Help"), "core:help"),
    (_("Deadlines explained"), "agreements:deadlines"),
    (_("Check a certificate"), "certificates:check"),
    (_("Your data"), "accounts:my_data"),
    (_("Accessibility"), "core:accessibility"),
)
# What a room below cannot know: who may see a place is said by the room that owns the right.
_rules: dict[str, Callable[[Any], bool]] = {}


def show_only_to(key: str, rule: Callable[[Any], bool]) -> None:
    _rules[key] = rule


def address(url_name: str) -> str | None:
    return _address(url_name, get_language())


@lru_cache
def _address(url_name: str, language: str | None) -> str | None:
    """The frame asks for the same ten addresses on every page."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


def places_for(request: HttpRequest, chosen: str | None = None) -> list[ShownPlace]:
    """The places this person sees; the current one follows the address unless the view has chosen."""
    match = request.resolver_match
    here = set(match.namespaces) if match else set()
    if match and match.view_name == PROFILE.url_name:
        chosen = PROFILE.key
    shown = []
    for place in (*PLACES, PROFILE):
        url = address(place.url_name)
        if _rules.get(place.key, place.shown_to)(request.user) and url:
            is_current = place.key == chosen if chosen else bool(place.namespaces & here)
            shown.append(ShownPlace(place.key, place.label, url, is_current))
    return shown


def footer_links() -> list[tuple[str | Promise, str]]:
    return [(label, url) for label, name in FOOTER if (url := address(name))]
