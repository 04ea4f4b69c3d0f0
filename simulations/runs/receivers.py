"""What the rooms below may ask of this one."""

from portal.competencies.api import register_resource
from simulations.runs.queries import past_runs
from simulations.runs.screens.resources import cases_training
from simulations.scenarios.registry import register_past_runs

register_resource("case", cases_training)
register_past_runs(past_runs)
