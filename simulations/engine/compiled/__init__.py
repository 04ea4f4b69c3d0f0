"""A case compiled to packed ints: for bots, proofs and tables. The readable engine stays the judge of every run."""

from simulations.engine.compiled.machine import Machine
from simulations.engine.compiled.moves import Move, State
from simulations.engine.scenario import Scenario

__all__ = ["Machine", "Move", "State", "machine"]
_last: list[Machine] = []


def machine(scenario: Scenario) -> Machine:
    """Compiles the case with its exact clock; raises Unsupported, naming what it does not know.

    The last one is kept, for a check asks for it several times.
    """
    kept = _last[:1]
    if not (kept and kept[0].scenario is scenario):
        kept = [Machine(scenario)]
        _last[:] = kept
    return kept[0]
