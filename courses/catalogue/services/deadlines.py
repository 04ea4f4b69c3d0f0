"""A time limit as the calendar component wants it; every day in it is counted by the agreement pack."""

from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses.catalogue.engine import month
from portal.core.dates import spelled
from simulations.agreements import api as agreements


def calendar_of(token: str, *, received: date, requested: str, requesting: str, locale: str) -> dict[str, Any]:
    found = agreements.explain_deadline(token, received=received, requested=requested, requesting=requesting)
    limit = month.Limit(found.received, found.in_time_by, found.earliest, found.latest)
    length = found.value.text.say(locale)
    return {
        "caption": _caption(limit),
        "weekdays": [(str(WEEKDAYS_ABBR[n]), str(WEEKDAYS[n])) for n in range(7)],
        "weeks": [[_cell(day, limit) for day in week] for week in month.weeks(limit)],
        "legend": [
            ("start", _("received")),
            ("run", length),
            ("due", _("in time on every reading")),
            ("ext", _("the readings differ")),
        ],
        "text": _sentence(limit, length, agreements.said_mark(found.mark)),
    }


def _caption(limit: month.Limit) -> str:
    first, last = date_format(limit.received, "F Y"), date_format(limit.latest, "F Y")
    return first if first == last else f"{first} – {last}"


def _cell(day: date, limit: month.Limit) -> dict[str, Any]:
    words = {
        limit.received: _("received"),
        limit.in_time_by: _("in time"),
        limit.earliest: _("earliest end"),
        limit.latest: _("latest end"),
    }
    return {"number": day.day, "kind": month.kind_of(day, limit), "word": words.get(day, "")}


def _sentence(limit: month.Limit, length: str, mark: str) -> str:
    words = _(
        "Received on %(received)s; %(length)s (%(mark)s). The readings end between %(earliest)s and %(latest)s; "
        "out by %(in_time)s is in time on every reading."
    )
    return words % {
        "received": _day(limit.received),
        "length": length,
        "mark": mark or _("reviewed"),
        "earliest": _day(limit.earliest),
        "latest": _day(limit.latest),
        "in_time": _day(limit.in_time_by),
    }


def _day(day: date) -> str:
    return spelled(day, "l j F")
