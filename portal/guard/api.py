"""The guard's front door: read a text, and say what was seen in words."""

from portal.guard.engine.findings import Finding, Level, Verdict
from portal.guard.models import GuardedModel, NotGuarded
from portal.guard.services import Refused, check, let_pass, note_incident
from portal.guard.words import Passage, explain, name_of, passages

__all__ = [
    "Finding",
    "GuardedModel",
    "Level",
    "NotGuarded",
    "Passage",
    "Refused",
    "Verdict",
    "check",
    "explain",
    "let_pass",
    "name_of",
    "note_incident",
    "passages",
]
