"""The words of a course in one language, and what stands in where a translation is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from courses.syllabus.engine.structure import Structure, digest


@dataclass(frozen=True)
class Label:
    """A title with the language it is in: a reader must not hear English read out as Albanian."""

    title: str
    lang: str
    summary: str = ""
    bytes: int = 0


@dataclass(frozen=True)
class CourseWords:
    title: str
    lang: str
    summary: str = ""
    audience: str = ""
    aims: tuple[str, ...] = ()
    note: str = ""
    machine_drafted: bool = False
    modules: Mapping[str, Label] = field(default_factory=dict)
    activities: Mapping[str, Label] = field(default_factory=dict)

    def module(self, key: UUID) -> Label:
        return self.modules[str(key)]

    def activity(self, uuid: UUID) -> Label:
        return self.activities[str(uuid)]

    @property
    def source_hash(self) -> str:
        return digest(asdict(self))


@dataclass(frozen=True)
class LessonWords:
    """A lesson in one language. `parts` are rendered; `source_hash` is over what they were rendered from."""

    parts: tuple[Mapping[str, Any], ...]
    source_hash: str
    machine_drafted: bool = False


@dataclass(frozen=True)
class Draft:
    """All that the pages of a course say, read at one moment."""

    structure: Structure
    source_locale: str
    words: Mapping[str, CourseWords]
    lessons: Mapping[tuple[UUID, str], LessonWords]
    # What was wrong while the words were read: a value or a provision that nobody knows.
    problems: tuple[str, ...] = ()


def with_stand_ins(words: CourseWords, source: CourseWords) -> CourseWords:
    """Whatever has no title in this language keeps the title of the source, marked with its language."""
    return CourseWords(
        **(
            {name: getattr(words, name) for name in ("title", "lang", "summary", "audience", "note", "machine_drafted")}
            | {
                "aims": words.aims or source.aims,
                "modules": dict(source.modules) | dict(words.modules),
                "activities": dict(source.activities) | dict(words.activities),
            }
        )
    )


def served_locale(wanted: str, available: Iterable[str], source: str) -> str:
    return wanted if wanted in set(available) else source


def words_as_json(words: CourseWords) -> dict[str, Any]:
    return asdict(words)


def words_from_json(data: Mapping[str, Any]) -> CourseWords:
    labels = {name: {key: Label(**label) for key, label in data[name].items()} for name in ("modules", "activities")}
    return CourseWords(**(dict(data) | labels | {"aims": tuple(data["aims"])}))


def merged(parts: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Neighbouring pieces of HTML become one: a lesson is mostly text and is delivered in few strokes."""
    result: list[dict[str, Any]] = []
    for part in parts:
        if part["kind"] == "html" and result and result[-1]["kind"] == "html":
            result[-1] = {"kind": "html", "html": result[-1]["html"] + "\n" + part["html"]}
        else:
            result.append(dict(part))
    return tuple(result)
