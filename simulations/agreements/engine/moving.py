"""A case moved to another agreement: pack, sides, calendars and values swapped by name, then checked like any other.

Words stay as the author wrote them. What the other agreement lacks is named at each place that asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulations.agreements.engine.packs import Pack
from simulations.engine.problems import Problem, warning
from simulations.engine.source import Path, Source, spell
from simulations.engine.tokens import TOKEN

# Where a value must have a length, because a clock runs on it.
_LENGTHS = ("value", "extension")


@dataclass(frozen=True, slots=True)
class Moved:
    """The case as it would stand under the other agreement, and what that agreement cannot give it."""

    source: Source
    problems: tuple[Problem, ...]


def move(source: Source, packs: Mapping[str, Pack], to: str) -> Moved:
    """The same case on the pack `to`. Nothing is changed in the source that was given."""
    case = source.value if isinstance(source.value, dict) else {}
    old, new = packs.get(str(case.get("pack"))), packs.get(to)
    if new is None or new.kind != "agreement":
        return Moved(source, (Problem("unknown_pack", "pack", f"no agreement pack “{to}”"),))
    if old is None:
        return Moved(source, (Problem("unknown_pack", "pack", "the case names no agreement pack that ships"),))
    mover = _Mover(old, new, source, _sides(case, new))
    moved = mover.moved(case, ())
    _keep_old_pack(mover, moved)
    _note_names(mover, case)
    return Moved(Source(moved, mover.lines, list(source.problems)), tuple(mover.problems))


def _sides(case: Mapping[str, Any], new: Pack) -> dict[str, str]:
    """Old jurisdictions and new ones. Whoever asked goes on asking where the other agreement lets it."""
    requested, requesting = str(case.get("requested")), str(case.get("requesting"))
    asks = requesting if requesting in new.requesting else new.requesting[0]
    return {requested: new.requested, requesting: asks}


@dataclass(slots=True)
class _Mover:
    old: Pack
    new: Pack
    source: Source
    sides: Mapping[str, str]
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def moved(self, value: Any, path: Path, new_path: Path = ()) -> Any:
        """One part of the case, with the lines it had."""
        if path in self.source.lines:
            self.lines[new_path] = self.source.lines[path]
        if isinstance(value, dict):
            return {
                key: self.moved(item, (*path, name), (*new_path, key))
                for name, item in value.items()
                for key in [self._key(name, path)]
            }
        if isinstance(value, list):
            return [self.moved(item, (*path, n), (*new_path, n)) for n, item in enumerate(value)]
        return self._word(value, path) if isinstance(value, str) else value

    def _key(self, name: str, path: Path) -> str:
        return self.sides.get(name, name) if path == ("jurisdictions",) else name

    def _word(self, word: str, path: Path) -> str:
        if path == ("pack",):
            return self.new.key
        if word in self.old.values:
            return self._token(word, path)
        if word in self.sides:
            return self.sides[word]
        state = word.partition("-")[0]
        if path[:1] == ("calendars",) or path[-1:] == ("calendar",):
            return self.sides.get(state, word)
        return TOKEN.sub(lambda found: f"[[{self._token(found[1], path)}]]", word)

    def _token(self, token: str, path: Path) -> str:
        """The value of the same name; the old one where there is none, so that the rest can be checked."""
        if token not in self.old.values:
            return token
        name = token.partition(".")[2]
        value = self.new.value(name)
        if value is None:
            self._problem("pack_lacks", path, f"{self.new.key} has no “{name}”")
            return token
        if not value.number and path[:1] == ("deadlines",) and path[-1] in _LENGTHS:
            said = value.text.say()
            self._problem("no_length", path, f"{value.token} has no length a clock could run on: {said}")
        return value.token

    def _problem(self, code: str, path: Path, message: str) -> None:
        line = self.source.lines.get(path)
        self.problems.append(Problem(code, f"{spell(path)} (line {line})" if line else spell(path), message))


def _keep_old_pack(mover: _Mover, moved: Any) -> None:
    """Values that stayed, for want of others, are cited from the old pack: the loader asks for its name."""
    if not any(problem.code == "pack_lacks" for problem in mover.problems):
        return
    named = moved.get("also")
    if named is None or isinstance(named, list):
        moved["also"] = [*(named or []), mover.old.key]


def _note_names(mover: _Mover, case: Mapping[str, Any]) -> None:
    """The words still speak of the old sides: a person rewrites them before anybody plays it."""
    named = case.get("jurisdictions")
    for old, new in mover.sides.items():
        said = named.get(old) if isinstance(named, dict) and old != new else None
        name = said.get("en") if isinstance(said, dict) else said
        if isinstance(name, str) and name:
            places = _places_with(case, name)
            message = f"{places} texts still name {name}, though the side is {new} now"
            mover.problems.append(warning("names_old_side", f"jurisdictions.{old}", message))


def _places_with(value: Any, name: str) -> int:
    if isinstance(value, dict):
        return sum(_places_with(item, name) for item in value.values())
    if isinstance(value, list):
        return sum(_places_with(item, name) for item in value)
    return int(isinstance(value, str) and name in value)
