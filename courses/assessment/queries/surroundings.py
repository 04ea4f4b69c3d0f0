"""What rooms above know about a test's surroundings: registered downwards, because this room never looks up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class Surroundings:
    """The course around a test: where to go back to, its lessons by activity uuid, and what a pass has brought."""

    course: str = ""
    back: Link | None = None
    lessons: Mapping[str, Link] = field(default_factory=dict)
    reward: Link | None = None


Describe = Callable[[UUID, str], Surroundings]
_described_by: list[Describe] = []


def register(describe: Describe) -> None:
    _described_by[:] = [describe]


def of(enrolment_uuid: UUID, *, locale: str) -> Surroundings:
    return _described_by[0](enrolment_uuid, locale) if _described_by else Surroundings()
