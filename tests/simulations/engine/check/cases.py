"""Sound cases to plant faults in: the small ones of the tests and all that ship."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import LONG, Limits, Report, check_file
from simulations.engine.source import read
from simulations.scenarios.engine.library import keys, path_of
from tests.simulations.engine.check.planting import Case

HERE = Path(__file__).resolve().parent.parent
SMALL = ("tiny",)


TRANSLATED = ("late_sentence",)  # complete in three languages: what a test adds would have to be said in each


def paired(things: Iterable[str]) -> list[tuple[str, str]]:
    """Each with the small case and with one of those that ship, in turn."""
    shipped = [key for key in keys() if key not in TRANSLATED]
    turns = [(thing, shipped[number % len(shipped)]) for number, thing in enumerate(things)]
    return [pair for thing, name in turns for pair in (*((thing, small) for small in SMALL), (thing, name))]


@cache
def text_of(name: str) -> str:
    path = HERE / f"{name}.yaml" if name in SMALL else path_of(name)
    return path.read_text(encoding="utf-8")


def case_of(name: str) -> Case:
    return read(text_of(name)).value


def report_of(text: str, *, limits: Limits = LONG) -> Report:
    return check_file(text, reference(), key="planted", limits=limits)
