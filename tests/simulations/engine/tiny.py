"""The smallest case that uses every part of the engine once."""

from functools import cache
from pathlib import Path

from simulations.agreements.engine.shelf import reference
from simulations.engine.loader import load
from simulations.engine.scenario import Scenario

TINY = Path(__file__).with_name("tiny.yaml").read_text(encoding="utf-8")


@cache
def tiny() -> Scenario:
    return load(TINY, reference(), key="tiny")
