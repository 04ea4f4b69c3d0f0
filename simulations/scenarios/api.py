"""The front door of published cases."""

from simulations.scenarios.queries import VersionIsBroken, current_version, prospects_of, scenario_of
from simulations.scenarios.services import publish_scenario, withdraw_scenario

__all__ = ["VersionIsBroken", "current_version", "prospects_of", "publish_scenario", "scenario_of", "withdraw_scenario"]
