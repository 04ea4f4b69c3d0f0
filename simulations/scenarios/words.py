"""Words of the check, as trainers and learners read them."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from simulations.engine.text import SOURCE_LOCALE, Text

# What was proved of a safeguard; anything but "proved" and "waived" is not green.
PROOFS: Mapping[str, str | Promise] = {
    "proved": _("Proved: every breach is noticed, and no run with one of them can pass."),
    "refuted": _("Refuted: there is a run that breaks it and passes all the same."),
    "not_proved": _("Not proved: the search reached its bound before it was complete."),
    "waived": _("Waived: somebody took the responsibility and gave a reason."),
    "vacuous": _("Watches nothing: no run can break it."),
}
BOTS: Mapping[str, str | Promise] = {
    "expert": _("Expert: goes the author's own ways"),
    "careful": _("Careful: looks, asks, then decides"),
    "box_ticker": _("Box-ticker: does everything, ticks everything"),
    "rusher": _("Rusher: decides first"),
    "deadline_misser": _("Deadline-misser: lets days pass"),
    "rights_blind": _("Rights-blind: takes the shortest answer"),
    "random": _("Random: does anything"),
}
STYLES: Mapping[str, str | Promise] = {
    "prompt": _("at once"),
    "formalist": _("by the book, a day later"),
    "slow": _("late"),
    "silent": _("never"),
}
STAGES: Mapping[str, str | Promise] = {
    "proofs": _("proving the safeguards"),
    "bots": _("letting bots play"),
    "points": _("bounding the points"),
    "prospects": _("bounding the points"),
    "replays": _("replaying past runs"),
}
WARNINGS: Mapping[str, Any] = {
    "rule_untested": ngettext_lazy(
        "%(number)d rule that no bot and no past run ever came to",
        "%(number)d rules that no bot and no past run ever came to",
        "number",
    ),
    "need_untested": ngettext_lazy(
        "%(number)d need that never kept anybody from an act",
        "%(number)d needs that never kept anybody from an act",
        "number",
    ),
    "safeguard_untested": ngettext_lazy(
        "%(number)d safeguard that nobody ever came near to breaking",
        "%(number)d safeguards that nobody ever came near to breaking",
        "number",
    ),
    "item_untested": ngettext_lazy(
        "%(number)d point that nobody ever earned", "%(number)d points that nobody ever earned", "number"
    ),
    "inject_untested": ngettext_lazy(
        "%(number)d event that never happened", "%(number)d events that never happened", "number"
    ),
    "effect_idle": ngettext_lazy(
        "%(number)d effect without which every run would have gone the same",
        "%(number)d effects without which every run would have gone the same",
        "number",
    ),
    "inject_idle": ngettext_lazy(
        "%(number)d event without which every run would have gone the same",
        "%(number)d events without which every run would have gone the same",
        "number",
    ),
    "ending_untested": ngettext_lazy(
        "%(number)d ending that nobody ever met", "%(number)d endings that nobody ever met", "number"
    ),
}


def said(text: Text) -> str:
    return text.say(get_language() or SOURCE_LOCALE)
