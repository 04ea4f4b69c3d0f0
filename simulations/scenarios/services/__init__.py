"""What changes here: versions are published and withdrawn, and each is checked at length by a worker."""

from simulations.scenarios.services.checking import LONG, SHORT, note_interrupted, request_check, run_check
from simulations.scenarios.services.publishing import publish_scenario, withdraw_scenario

__all__ = ["LONG", "SHORT", "note_interrupted", "publish_scenario", "request_check", "run_check", "withdraw_scenario"]
