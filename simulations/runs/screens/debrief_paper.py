"""The words of the debrief on paper, from the page: both say the same."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simulations.engine.text import Text
from simulations.runs import words
from simulations.runs.engine.debrief_paper import DebriefPaper, PaperDay, PaperDecision, PaperDrawing, PaperFinding
from simulations.runs.screens.debrief import DebriefPage
from simulations.runs.screens.decisions import DecisionCard, LawLine
from simulations.runs.screens.sent import Judgement

_DESCRIBED = re.compile(r"<desc[^>]*>(.*?)</desc>", re.S)


def debrief_paper(page: DebriefPage, reflections: Mapping[str, str]) -> DebriefPaper:
    """`reflections` are the person's own answers by the name of the question: q1, q2."""
    title = words.said(page.scenario.title)
    role = words.said(page.scenario.roles[page.scenario.role].name)
    day = words.spelled(page.run.moved_at, "j F Y")
    ending = page.result.ending
    return DebriefPaper(
        # The setter of types knows languages by two or three letters; the script it sees for itself.
        lang=(get_language() or "en").split("-")[0],
        site=settings.SITE_NAME,
        title=_("Debrief: %(case)s") % {"case": title},
        footer=_("Practice case. All persons are fictional."),
        kicker=_("Debrief · %(case)s · %(role)s · run of %(day)s") % {"case": title, "role": role, "day": day},
        heading=words.said(ending.title) if ending else title,
        outcome=page.run.get_outcome_display(),
        ending=words.said(ending.text) if ending else "",
        points=page.points,
        safeguards_title=_("Your safeguards"),
        safeguards=tuple(PaperFinding(c.status, c.title, c.text, _law(c.law)) for c in page.safeguards),
        drawings=tuple(_drawings(page)),
        days_title=_("What you did, against the clock"),
        days=tuple(
            PaperDay(words.day(d.day), d.count, (*(f"{c.number}. {c.title}" for c in d.acts), *d.events))
            for d in page.days
        ),
        decisions_title=_("Decision by decision"),
        decisions=tuple(_decision(card) for card in page.decisions),
        competencies_title=_("What this shows about your competencies"),
        competency_heads=(_("Competency"), _("Evidence"), _("Points"), _("Not shown yet")),
        competencies=tuple((c.name, c.said, c.points, "; ".join(c.missed) or "–") for c in page.competencies),
        undecided=_undecided(page.undecided),
        reflections_title=_("Questions to take with you"),
        reflections=tuple(_reflections(page.scenario.questions, reflections)),
        played_at=page.run.moved_at,
    )


def _law(lines: Iterable[LawLine]) -> str:
    return " · ".join(_law_line(line) for line in lines)


def _law_line(line: LawLine) -> str:
    """As on the page: a value begins small, as it stands within a sentence, and here it begins one."""
    known = ", ".join(filter(None, (line.article, line.mark.lower())))
    return f"{capfirst(line.text)} ({known})" if known else str(capfirst(line.text))


def _drawings(page: DebriefPage) -> Iterable[PaperDrawing]:
    titled = (
        (_("What you did, against the clock"), "", page.figure),
        (_("What was still possible"), page.outlook_says, page.outlook),
    )
    for title, says, svg in titled:
        if svg and (described := _DESCRIBED.search(svg)):
            yield PaperDrawing(title, says, str(svg), unescape(described[1]))


def _decision(card: DecisionCard) -> PaperDecision:
    rows = [(_("Chosen"), card.chosen), (_("You had read"), card.held or _("Nothing yet."))]
    rows += [(_("You wrote"), text) for text in card.own_words]
    rows += [(_("A trainer says"), _judged(card.judgement))]
    rows += [(_("One good answer"), card.model_answer)]
    rows += [(item.title, " ".join(item.lines)) for item in card.noticed]
    rows += [(_("What it did"), " ".join(card.did)), (_("Also possible"), card.also)]
    rows += [(_("Law"), _law(card.law)), (_("Still possible"), card.reach + ".")]
    return PaperDecision(card.number, card.verdict, card.title, words.moment(card.at), tuple(rows))


def _judged(found: Judgement | None) -> str:
    if found is None:
        return ""
    lines = [f"{_('Met:') if met else _('Not yet:')} {words.said(text)}." for text, met in found.criteria]
    return " ".join([*lines, found.comment])


def _undecided(items: tuple[str, ...]) -> str:
    if not items:
        return ""
    said = _("Rests on law that no lawyer has reviewed yet, so it is shown and decides nothing: %(items)s.")
    return said % {"items": "; ".join(items)}


def _reflections(questions: tuple[Text, ...], answers: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for number, question in enumerate(questions, start=1):
        if answer := answers.get(f"q{number}"):
            yield words.said(question), answer
