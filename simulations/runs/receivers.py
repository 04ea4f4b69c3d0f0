"""What the rooms below may ask of this one."""

from portal.competencies.api import register_resource
from simulations.runs.screens.resources import cases_training

register_resource("case", cases_training)
