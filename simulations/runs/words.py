"""Words that belong to the desk and not to one case."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from simulations.agreements.words import MARKS, closed, day, day_long, listed, said, spelled
from simulations.engine.refusal import Refused

__all__ = ["GROUPS", "LEVELS", "MARKS", "closed", "day", "day_long", "effort", "listed", "moment", "refusal", "said"]
__all__ += ["spelled"]

GROUPS: dict[str, str | Promise] = {"look": _("Look"), "find_out": _("Find out"), "decide": _("Decide")}
LEVELS: dict[str, str | Promise] = {
    "beginner": _("Beginner"),
    "intermediate": _("Independent"),
    "demanding": _("Demanding"),
}
_REFUSALS: dict[str, str | Promise] = {
    "ended": _("The case has ended."),
    "already_done": _("You have done this already."),
    "office_closes": _("This takes longer than the office is open today."),
    "not_yet": _("This is not possible yet."),
    "unknown_act": _("This case has no such act."),
    "too_few_words": _("Your reasons are too short to stand on their own."),
    "too_long": _("Something in the form cannot be used."),
    "not_text": _("Something in the form cannot be used."),
    "input_missing": _("Something is still missing in the form."),
    "input_invalid": _("Something in the form cannot be used."),
    "input_unknown": _("Something in the form cannot be used."),
    "nothing_ahead": _("Nothing more is on its way. End the day instead."),
    "stale": _("The file has changed since this page was shown."),
}


def moment(value: datetime) -> str:
    return spelled(value, "D j F, H:i")


def refusal(refused: Refused) -> str:
    return said(refused.because) if refused.because else str(_REFUSALS[refused.code])


def effort(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return gettext("No case time")
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if rest:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts)
