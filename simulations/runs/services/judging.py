"""Texts that a trainer reads: handed in with the act, judged by the author's criteria, told to the person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from portal.competencies import api as competencies
from portal.core import clock
from portal.guard.api import let_pass
from simulations.engine.scenario import Act
from simulations.runs import queries
from simulations.runs.models import SeatText, WrittenWork

if TYPE_CHECKING:
    from portal.accounts.models import User


class AlreadyJudged(Exception):
    """Somebody else was quicker: one text has one judgement."""


def hand_in(text: SeatText, *, act: str) -> WrittenWork:
    work = WrittenWork(text=text, act=act, handed_in_at=clock.now())
    let_pass(work)
    work.save()
    return work


@transaction.atomic
def judge(*, by: User, work_id: int, met: Iterable[int], comment: str, confirmed: bool = False) -> WrittenWork:
    """Which criteria are met, and a word to the person. What it shows is written down for the act's competency."""
    work = queries.works_for(by).select_for_update(of=("self",)).get(pk=work_id)
    if work.judged_at is not None:
        raise AlreadyJudged(str(work_id))
    act = queries.scenario_of(work.text.seat.run).acts[work.act]
    work.judge, work.judged_at = by, clock.now()
    work.met, work.comment = sorted(set(met) & set(range(len(act.criteria)))), comment
    let_pass(work, confirmed=confirmed)
    work.save()
    _note_evidence(work, act)
    return work


def _note_evidence(work: WrittenWork, act: Act) -> None:
    """A text without criteria, or for no competency of the framework, shows nothing that could be counted."""
    known = {competency.key for competency in competencies.framework()}
    if act.criteria and act.competency in known and work.judged_at:
        competencies.record_evidence(
            user_id=work.text.seat.user_id,
            competency=act.competency,
            source=f"text:{work.text.seat.run.uuid}:{act.key}",
            score=len(work.met) / len(act.criteria),
            at=work.judged_at,
        )
