"""The case as one run plays it: with the people drawn for it. Dressing costs, so the last runs are kept dressed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from simulations.engine.cast.wardrobe import dress
from simulations.engine.scenario import Scenario

_MOST_KEPT = 200
_kept: OrderedDict[str, tuple[Scenario, Scenario]] = OrderedDict()


def dressed(run: str, scenario: Scenario, identity: Mapping[str, Any]) -> Scenario:
    """People of a run never change, so its number stands for them; before there is a run, its seed does."""
    if not identity:
        return scenario
    found = _kept.get(run)
    if found is None or found[0] is not scenario:
        found = _kept[run] = scenario, dress(scenario, identity)
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(run)
    return found[1]
