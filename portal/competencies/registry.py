"""Where a competency is learned or practised: the rooms above say so at start, this floor knows none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["lesson", "case"]
# A whole course stands where a lesson would, for whoever is not in it.
Named = Kind | Literal["course"]


@dataclass(frozen=True, slots=True)
class Resource:
    """`is_new`: this person has not been there yet."""

    competency: str
    kind: Named
    title: str
    url: str
    lang: str
    is_new: bool = True


# Asked with a person and a language, answers with what that person may open, the best first.
Source = Callable[[int, str], Iterable[Resource]]
_sources: dict[Kind, Source] = {}


def register_resource(kind: Kind, source: Source) -> None:
    _sources[kind] = source


def resources(kind: Kind, user_id: int, locale: str) -> tuple[Resource, ...]:
    source = _sources.get(kind)
    return tuple(source(user_id, locale)) if source else ()
