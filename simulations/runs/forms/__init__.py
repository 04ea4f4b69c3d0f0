"""What a person may send: made from the inputs the case asks for."""

from simulations.runs.forms.act import ActForm
from simulations.runs.forms.command import CommandForm, ForkForm
from simulations.runs.forms.drill import DrillForm
from simulations.runs.forms.judging import JudgeForm
from simulations.runs.forms.marks import MarkForm
from simulations.runs.forms.names import ROW
from simulations.runs.forms.words import NoteForm, ReflectionForm

__all__ = [
    "ROW",
    "ActForm",
    "CommandForm",
    "DrillForm",
    "ForkForm",
    "JudgeForm",
    "MarkForm",
    "NoteForm",
    "ReflectionForm",
]
