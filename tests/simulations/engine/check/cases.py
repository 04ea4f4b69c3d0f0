"""Sound cases to plant faults in: the small ones of the tests and all that ship."""

from functools import cache
from pathlib import Path

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import Report, check_file
from simulations.engine.source import read
from simulations.scenarios.engine.library import keys, path_of
from tests.simulations.engine.check.planting import Case

HERE = Path(__file__).resolve().parent.parent
SMALL = ("tiny",)
NAMES = (*SMALL, *keys())


@cache
def text_of(name: str) -> str:
    path = HERE / f"{name}.yaml" if name in SMALL else path_of(name)
    return path.read_text(encoding="utf-8")


def case_of(name: str) -> Case:
    return read(text_of(name)).value


def report_of(text: str, key: str = "planted") -> Report:
    return check_file(text, reference(), key=key)
