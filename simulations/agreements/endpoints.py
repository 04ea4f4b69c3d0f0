"""The explainer for programs: JSON that anybody may read and keep for a day."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.accounts.api import is_in_limits
from simulations.agreements import queries
from simulations.agreements.engine.confirming import Stands
from simulations.agreements.forms import ExplainQuery
from simulations.agreements.screens import explainer
from simulations.agreements.screens.explainer import Answer
from simulations.engine.deadlines import Day, Reading
from simulations.engine.reference import Value

A_DAY = 24 * 60 * 60
# What was asked for does not exist; anything else that is wrong is a request that cannot be read.
NAMES = ("agreement", "clock")


@require_safe
def deadline(request: HttpRequest) -> JsonResponse:
    """What was kept on the way here costs nothing; what has to be worked out is limited for each address."""
    return _deadline(request) if is_in_limits(request, "explain_deadline") else _too_many()


def _too_many() -> JsonResponse:
    message = _("Too many questions from this address. Ask again in a minute.")
    response = _json({"problems": [{"field": None, "code": "too_many", "message": message}]}, status=429)
    response["Retry-After"], response["Cache-Control"] = "60", "no-store"
    return response


@cache_control(public=True, max_age=A_DAY)
def _deadline(request: HttpRequest) -> JsonResponse:
    form = ExplainQuery(request.GET)
    if form.is_valid():
        try:
            return _json(written(explainer.signed(explainer.answer(explainer.Question(**form.cleaned_data)))))
        except queries.NoDayTable:
            form.add_error("received", ValidationError(explainer.out_of_tables(), code="out_of_tables"))
    problems = [
        {"field": name, "code": item.code, "message": str(message)}
        for name, errors in form.errors.as_data().items()
        for item in errors
        for message in item.messages
    ]
    unknown = any(row["field"] in NAMES and row["code"] == "invalid_choice" for row in problems)
    return _json({"problems": problems}, status=404 if unknown else 400)


def written(answer: Answer) -> dict[str, Any]:
    """One explanation with everything that it rests on."""
    question, found = answer.question, answer.count.explained if answer.count else None
    head = {
        "agreement": question.agreement,
        "agreement_digest": answer.pack.digest,
        "clock": question.clock,
        "received": question.received.isoformat(),
        "requested": question.requested or answer.pack.requested,
        "requesting": question.requesting or answer.pack.requesting[0],
    }
    if found is None:
        return {**head, "value": _value(answer.missing, answer.value_stands), "readings": [], "days": []}
    return {
        **head,
        "value": _value(found.value, answer.value_stands),
        "extension": _value(found.extension, answer.extension_stands),
        "mark": found.mark.value,
        "earliest": found.earliest.isoformat(),
        "default": found.default.isoformat(),
        "latest": found.latest.isoformat(),
        "in_time_by": found.in_time_by.isoformat() if found.has_safe_day else None,
        "in_working_days": found.in_working_days.isoformat() if found.in_working_days else None,
        "readings": [_reading(item) for item in found.readings],
        "days": [_day(item) for item in found.days],
        "tables": [
            {
                "jurisdiction": year.table.table.jurisdiction,
                "year": year.year,
                "seeded_with": year.seeded_with,
                "confirmed_by": year.signature.name if year.signature else None,
                "confirmed_on": year.signature.on if year.signature else None,
                "compared_with": (year.signature.compared_with if year.signature else "") or None,
                "earlier_state_confirmed_on": year.earlier.on if year.earlier else None,
            }
            for note in answer.tables
            for year in note.years
        ],
    }


def _value(value: Value | None, stands: Stands | None) -> dict[str, Any] | None:
    if value is None:
        return None
    signature = stands.signature if stands else None
    return {
        "token": value.token,
        "text": value.text.say(),
        "number": value.number,
        "unit": value.unit,
        "mark": value.mark.value,
        "article": value.article,
        "source": value.source,
        "valid_from": value.valid_from or None,
        "valid_until": value.valid_until or None,
        "reviewed_by": value.reviewed_by or None,
        "confirmed_by": signature.name if signature else None,
        "confirmed_on": signature.on if signature else None,
    }


def _reading(item: Reading) -> dict[str, Any]:
    return {
        "due": item.due.isoformat(),
        "receipt_counted": item.receipt_counted,
        "roll_over": item.roll_over,
        "extension_from": item.extension_from or None,
        "working_days_of": item.working_days_of or None,
    }


def _day(item: Day) -> dict[str, Any]:
    return {
        "day": item.day.isoformat(),
        "number": item.number,
        "why": list(item.why),
        "requested_closed": list(item.requested_closed),
        "requesting_closed": list(item.requesting_closed),
    }


def _json(content: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
