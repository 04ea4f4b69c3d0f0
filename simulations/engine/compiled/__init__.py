"""A case compiled to packed ints: for bots, proofs and tables. The readable engine stays the judge of every run."""

from simulations.engine.compiled.machine import Machine, Move, State
from simulations.engine.scenario import Scenario

__all__ = ["Machine", "Move", "State", "machine"]


def machine(scenario: Scenario) -> Machine:
    """Compiles the case with its exact clock; raises Unsupported, naming what it does not know."""
    return Machine(scenario)
