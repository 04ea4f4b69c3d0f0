"""A run is an append-only log, pinned to a frozen version of a case.

Who plays it, and what they wrote in their own words, stand beside the log in rows that can be erased: the log keeps
keyed digests, and the key goes with the words.
"""

from simulations.runs.models.checks import FormCheck
from simulations.runs.models.runs import LogIsAppendOnly, Run, RunEvent, Seat
from simulations.runs.models.support import SupportLine
from simulations.runs.models.texts import SeatText, WrittenWork

__all__ = ["FormCheck", "LogIsAppendOnly", "Run", "RunEvent", "Seat", "SeatText", "SupportLine", "WrittenWork"]
