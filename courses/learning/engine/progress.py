"""Where a person stands in a course, told from the structure and the set of what is done."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from courses.syllabus.engine.structure import Activity, Structure

State = Literal["done", "progress", "locked", "not_started"]


@dataclass(frozen=True)
class Position:
    """The standing of one person; `kept` is the place where they stopped."""

    structure: Structure
    done: Set[UUID]
    kept: UUID | None = None

    def state_of(self, activity: Activity) -> State:
        if activity.uuid in self.done:
            return "done"
        if not self.is_open(activity):
            return "locked"
        return "progress" if activity.uuid == self.kept else "not_started"

    def is_open(self, activity: Activity) -> bool:
        """A test opens when the required lessons are done; lessons are always open, in any order."""
        if activity.config.get("opens_after") != "lessons":
            return True
        return all(lesson.uuid in self.done for lesson in self.structure.lessons if lesson.required)

    @property
    def next(self) -> Activity | None:
        """The place kept, if something is left to do there; else the first open thing after it, then from the top."""
        open_ones = [a for a in self._from_kept() if a.uuid not in self.done and self.is_open(a)]
        return next((a for a in open_ones if a.required), None) or next(iter(open_ones), None)

    def _from_kept(self) -> Iterator[Activity]:
        activities = list(self.structure)
        start = next((i for i, activity in enumerate(activities) if activity.uuid == self.kept), 0)
        yield from activities[start:]
        yield from activities[:start]

    @property
    def lessons_done(self) -> int:
        return sum(lesson.uuid in self.done for lesson in self.structure.lessons)

    @property
    def gone(self) -> int:
        """How much of what was done is no longer part of the course."""
        return len(self.done - {activity.uuid for activity in self.structure})

    @property
    def minutes_left(self) -> int:
        return sum(a.minutes for a in self.structure if a.required and a.uuid not in self.done)

    def neighbours(self, activity: Activity) -> tuple[Activity | None, Activity | None]:
        """Before and after in the course; a case inside a lesson is met there and is no stop of its own."""
        activities = [a for a in self.structure if a.uuid == activity.uuid or "inside" not in a.config]
        index = next(i for i, other in enumerate(activities) if other.uuid == activity.uuid)
        before = activities[index - 1] if index else None
        after = activities[index + 1] if index + 1 < len(activities) else None
        return before, after


def following(structure: Structure, done: Set[UUID], just_done: UUID) -> UUID | None:
    """Where "continue" leads after something was finished."""
    after = Position(structure, done, just_done).next
    return after.uuid if after else None
