"""What was still possible after each act: as a drawing, and what the table of the version rules out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simulations.engine.check.prospects import Best, Prospects
from simulations.engine.log import Event
from simulations.engine.run import steps
from simulations.engine.scenario import Scenario
from simulations.runs import words
from simulations.runs.engine import outlook as figure

if TYPE_CHECKING:
    from simulations.runs.screens.decisions import DecisionCard


def bests(events: Sequence[Event], prospects: Prospects) -> Mapping[int, Best]:
    """By step: at most this could still come of the run after it."""
    return {step.number: prospects.best(step.after) for step in steps(events)}


def drawn(scenario: Scenario, possible: int, cards: Sequence[DecisionCard], *, wide: bool) -> SafeString:
    if not cards:
        return SafeString()
    turning = next((card.number for card in cards if card.is_point_of_no_return), None)
    described = ngettext(
        "After your %(count)d act: points collected %(points)s.",
        "After each of your %(count)d acts: points collected %(points)s.",
        len(cards),
    ) % {"count": len(cards), "points": words.listed(str(card.total) for card in cards)}
    described += " " + _("Safeguards not broken by then: %(kept)s of %(all)d.") % {
        "kept": words.listed(str(card.kept) for card in cards),
        "all": len(scenario.safeguards),
    }
    if turning:
        described += " " + _("After act %(number)d a pass could no longer be reached.") % {"number": turning}
    spoken = figure.Words(
        title=_("What was still possible after each of your acts"),
        description=described,
        in_reach=_("a pass was in reach"),
        out_of_reach=_("a pass was out of reach"),
        no_return=_("point of no return"),
        after=_("After your act"),
    )
    points = tuple(figure.Point(str(card.number), card.kind, card.total, card.kept) for card in cards)
    top = figure.Scale(max(1, possible), max(1, len(scenario.safeguards)))
    return mark_safe(figure.draw("cv" if wide else "cvn", points, turning, top, spoken, wide=wide))
