"""What a publish has to write, decided before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from courses.syllabus.engine.structure import Structure
from courses.syllabus.engine.words import CourseWords, Draft, LessonWords

Impact = Literal["cosmetic", "minor", "material"]


class DraftInvalid(Exception):
    """The course cannot be published; every problem is named at once."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StructureChanged(Exception):
    """A cosmetic publish was asked for, yet lessons were added, removed, moved or changed in kind."""


@dataclass(frozen=True)
class Current:
    """What is being served now: the structure and the hash of the newest edition of each text."""

    structure: Structure
    courses: Mapping[str, str]
    lessons: Mapping[tuple[UUID, str], str]


@dataclass(frozen=True)
class Plan:
    new_version: bool
    course_editions: tuple[str, ...]
    lesson_editions: tuple[tuple[UUID, str], ...]

    @property
    def is_empty(self) -> bool:
        return not (self.new_version or self.course_editions or self.lesson_editions)


def plan(draft: Draft, current: Current | None, impact: Impact) -> Plan:
    """A material change is a version; so is a change of structure. Everything else is an edition of what changed."""
    if problems := problems_of(draft):
        raise DraftInvalid(problems)
    if current is None or _needs_version(draft, current, impact):
        return Plan(True, tuple(sorted(draft.words)), tuple(sorted(draft.lessons)))
    return Plan(
        False,
        tuple(sorted(locale for locale, words in draft.words.items() if _differs(current.courses, locale, words))),
        tuple(sorted(key for key, words in draft.lessons.items() if _differs(current.lessons, key, words))),
    )


@dataclass(frozen=True)
class Changes:
    """What would reach learners, before anybody decides to publish it."""

    added: tuple[UUID, ...] = ()
    removed: tuple[UUID, ...] = ()
    rearranged: bool = False
    pages: tuple[str, ...] = ()
    lessons: tuple[tuple[UUID, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == Changes()


def changes(draft: Draft, current: Current) -> Changes:
    """`rearranged` is a change of structure in which nothing came and nothing went."""
    old, new = [[activity.uuid for activity in side] for side in (current.structure, draft.structure)]
    added, removed = tuple(each for each in new if each not in old), tuple(each for each in old if each not in new)
    changed = draft.structure.content_hash != current.structure.content_hash
    return Changes(
        added,
        removed,
        changed and not added and not removed,
        tuple(sorted(locale for locale, words in draft.words.items() if _differs(current.courses, locale, words))),
        tuple(
            sorted(
                key
                for key, words in draft.lessons.items()
                if key[0] not in added and _differs(current.lessons, key, words)
            )
        ),
    )


def _differs(served: Mapping[Any, str], key: Any, words: CourseWords | LessonWords) -> bool:
    return served.get(key) != words.source_hash


def _needs_version(draft: Draft, current: Current, impact: Impact) -> bool:
    changed = draft.structure.content_hash != current.structure.content_hash
    if changed and impact == "cosmetic":
        raise StructureChanged
    return changed or impact == "material"


def problems_of(draft: Draft) -> tuple[str, ...]:
    problems = list(draft.problems)
    uuids = [activity.uuid for activity in draft.structure]
    if not draft.structure.lessons:
        problems.append("The course has no lesson.")
    if not draft.structure.required:
        problems.append("Nothing in the course is required, so nobody could ever finish it.")
    problems += [f"The activity {uuid} stands twice." for uuid in sorted({u for u in uuids if uuids.count(u) > 1})]
    problems += [
        f"The lesson {lesson.uuid} has no text in the source language ({draft.source_locale})."
        for lesson in draft.structure.lessons
        if (lesson.uuid, draft.source_locale) not in draft.lessons
    ]
    if draft.source_locale not in draft.words:
        problems.append(f"The course has no page in its source language ({draft.source_locale}).")
    return tuple(problems)
