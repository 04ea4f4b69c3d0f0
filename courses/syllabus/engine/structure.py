"""The language-neutral skeleton of a course."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

Kind = Literal["lesson", "quiz", "simulation"]
Rule = Literal["viewed", "answered", "passed", "confirmed"]


@dataclass(frozen=True)
class Activity:
    """One thing to do. Its uuid is the same in every version and every language."""

    uuid: UUID
    kind: Kind
    rule: Rule
    required: bool = True
    minutes: int = 0
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Module:
    key: UUID
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Structure:
    modules: tuple[Module, ...]

    def __iter__(self) -> Iterator[Activity]:
        return (activity for module in self.modules for activity in module.activities)

    @property
    def lessons(self) -> tuple[Activity, ...]:
        return tuple(activity for activity in self if activity.kind == "lesson")

    @property
    def required(self) -> frozenset[UUID]:
        return frozenset(activity.uuid for activity in self if activity.required)

    def find(self, uuid: UUID) -> Activity | None:
        return next((activity for activity in self if activity.uuid == uuid), None)

    @property
    def content_hash(self) -> str:
        return digest(as_json(self))


def digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def as_json(structure: Structure) -> list[dict[str, Any]]:
    return [
        {"key": str(module.key), "activities": [_activity_as_json(activity) for activity in module.activities]}
        for module in structure.modules
    ]


def _activity_as_json(activity: Activity) -> dict[str, Any]:
    return {
        "uuid": str(activity.uuid),
        "kind": activity.kind,
        "rule": activity.rule,
        "required": activity.required,
        "minutes": activity.minutes,
        "config": dict(activity.config),
    }


def from_json(modules: list[dict[str, Any]]) -> Structure:
    return Structure(
        tuple(
            Module(
                UUID(module["key"]),
                tuple(Activity(**(row | {"uuid": UUID(row["uuid"])})) for row in module["activities"]),
            )
            for module in modules
        )
    )
