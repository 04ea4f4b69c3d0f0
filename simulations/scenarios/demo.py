"""The cases that ship, published as an author would publish them."""

from pathlib import Path

from simulations.agreements.api import reference
from simulations.engine.check.report import LONG
from simulations.scenarios.services import publish_scenario

LIBRARY = Path(__file__).resolve().parent.parent / "library"


def build() -> None:
    """The same file again is the same version."""
    for path in sorted(LIBRARY.glob("*.yaml")):
        publish_scenario(key=path.stem, raw=path.read_bytes(), reference=reference(), limits=LONG)
