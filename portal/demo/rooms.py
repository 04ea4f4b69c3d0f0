"""Which rooms have a share in the demo site, in the order in which they need each other."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

ROOMS = (
    "portal.accounts",
    "portal.law",
    "portal.competencies",
    "simulations.agreements",
    "simulations.scenarios",
    "courses.catalogue",
    "courses.syllabus",
    "courses.assessment",
    "courses.learning",
    "courses.cohorts",
    "simulations.runs",
    "courses.certificates",
    "specialists_network.spaces",
    "specialists_network.notes",
    "specialists_network.forum",
)


def builders() -> Iterator[tuple[str, Callable[[], object]]]:
    """Every room whose `demo.py` has a `build()`: calling that a second time changes nothing."""
    for room in ROOMS:
        module = import_module(f"{room}.demo") if find_spec(f"{room}.demo") else None
        build = getattr(module, "build", None)
        if build:
            yield room, build
