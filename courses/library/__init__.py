"""The courses that ship with the site, as data: one folder a course, one file a lesson, read with `load(code)`."""

from pathlib import Path
from typing import Any

import yaml

LIBRARY = Path(__file__).parent


def codes() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in LIBRARY.glob("*/course.yaml")))


def load(code: str) -> dict[str, Any]:
    """The whole course as one document: each module's lesson names replaced by the lessons, and the final test."""
    folder = LIBRARY / code
    course = _read(folder / "course.yaml")
    for module in course["modules"]:
        module["lessons"] = [_read(folder / f"{name}.yaml") for name in module["lessons"]]
    course["test"] = _read(folder / f"{course['test']}.yaml")
    return course


def file(code: str, name: str) -> bytes:
    """A picture or a download of a lesson."""
    return (LIBRARY / code / "files" / name).read_bytes()


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as stream:
        document: dict[str, Any] = yaml.safe_load(stream)
    return document
