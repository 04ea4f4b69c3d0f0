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
    """Every room with a `demo.py`: its name and its `build()`, which changes nothing the second time."""
    for room in ROOMS:
        if find_spec(f"{room}.demo"):
            yield room, import_module(f"{room}.demo").build
