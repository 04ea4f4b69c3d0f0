"""Every kind of fault: each module here adds its own to FAULTS."""

from tests.simulations.engine.check.faults import judging, play, tasks, time, words
from tests.simulations.engine.check.planting import FAULTS

__all__ = ["FAULTS", "judging", "play", "tasks", "time", "words"]
