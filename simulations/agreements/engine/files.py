"""The files of packs and day tables, read as strictly as cases are: a key given twice is refused, never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import read


class FileInvalid(Exception):
    """A file in the repository that cannot be trusted: raised at load, caught by nobody but tests."""


def read_body(path: Path) -> dict[str, Any]:
    try:
        source = read(path.read_bytes())
    except ScenarioInvalid as invalid:
        raise FileInvalid(f"{path.name}: {invalid}") from invalid
    if source.problems:
        raise FileInvalid(f"{path.name}: {ScenarioInvalid(source.problems)}")
    if not isinstance(source.value, dict):
        raise FileInvalid(f"{path.name}: expected keys with values")
    return source.value
