"""Changes of a run, one verb a function. Only `play` and `branch` write to the log."""

from simulations.runs.services.branch import fork
from simulations.runs.services.checks import check_form
from simulations.runs.services.drafts import keep_draft
from simulations.runs.services.inspect import verify
from simulations.runs.services.judging import AlreadyJudged, judge
from simulations.runs.services.lock import RunIsLocked, lock_if_torn, refuse_if_torn
from simulations.runs.services.play import (
    FileChanged,
    PassTime,
    Played,
    end_day,
    open_document,
    open_or_start,
    start_run,
    take_act,
    wait,
)
from simulations.runs.services.words import keep_note, keep_reflections

__all__ = [
    "AlreadyJudged",
    "FileChanged",
    "PassTime",
    "Played",
    "RunIsLocked",
    "check_form",
    "end_day",
    "fork",
    "judge",
    "keep_draft",
    "keep_note",
    "keep_reflections",
    "lock_if_torn",
    "open_document",
    "open_or_start",
    "refuse_if_torn",
    "start_run",
    "take_act",
    "verify",
    "wait",
]
