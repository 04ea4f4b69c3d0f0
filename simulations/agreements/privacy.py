from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.accounts.api import personal_data
from simulations.agreements.models import Confirmation


def _signed(user: Any) -> Iterable[dict[str, Any]]:
    for row in Confirmation.objects.filter(by=user):
        yield {
            "confirmed" if row.takes_back_id is None else "taken_back": row.subject,
            "at": row.at,
            "name": row.name,
            "office": row.office,
            "compared_with": row.compared_with,
            "because": row.because,
        }


def _forget(user: Any) -> None:
    Confirmation.objects.filter(by=user).forget_names()


personal_data(
    "agreements.Confirmation",
    export=_signed,
    erase=_forget,
    reason=_("That an office confirmed a value or a calendar stays, with function and institution; the name goes."),
)
