"""What a drawing is made from, and the places on it that can be pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulations.runs.engine import svg

WIDTH = 640
ZONE_PLACES = ("mrz1", "mrz2", "mrz3")


@dataclass(frozen=True, slots=True)
class Line:
    """One field as the page shows it, with the number it has in the list below the picture."""

    key: str
    number: str
    label: str
    value: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    description: str
    state: str  # UTOPIA
    kind: str  # PASSPORT · PASOŠ · ПАСОШ
    no_portrait: str
    name: str = ""  # what this paper is called in the case
    places: Mapping[str, str] = field(default_factory=dict)  # names of what is no field: portrait, stamp, mrz1 …


@dataclass(frozen=True, slots=True)
class Paper:
    """`marks` sets a pin on a place by its key. `flaws` is what is visibly wrong with the stamp or the portrait."""

    key: str
    kind: str
    lines: tuple[Line, ...]
    words: Words
    zone: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    issuer: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    flaws: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    can_be_marked: bool = False

    def is_field(self, place: str) -> bool:
        """A case may describe its portrait or its stamp in a field, which then is the place to point at."""
        return any(line.key == place for line in self.lines)

    def has_flaw(self, place: str, kind: str) -> bool:
        return kind in self.flaws.get(place, ())


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


def aside(paper: Paper, place: str, label: str, box: Box, parts: list[str]) -> str:
    """A place that is no field: portrait, stamp, a line of the zone."""
    return svg.element("g", "".join(parts)) if paper.is_field(place) else region(paper, place, label, box, parts)


def region(paper: Paper, place: str, label: str, box: Box, parts: list[str]) -> str:
    """A place on the paper: named, and a link to the form with this place chosen where the person may mark it."""
    found = svg.rect("sp-hit", box.x, box.y, box.width, box.height, rx=4) + "".join(parts)
    if pin := paper.marks.get(place):
        found += _pinned(box, pin)
    named = {"class_": "sp-field", "id": f"{paper.key}-{place}", "data_field": place}
    if paper.can_be_marked:
        return svg.element("a", found, href=f"?at={place}#marks", aria_label=label, **named)
    return svg.element("g", found, **named)


def _pinned(box: Box, pin: str) -> str:
    x = min(box.x + box.width, WIDTH - 14)
    y = max(box.y, 13)
    head = svg.circle("", x, y, 11) + svg.text(pin, x, y + 4.5, "", "middle")
    return svg.rect("sp-mark", box.x, box.y, box.width, box.height, rx=4) + svg.element("g", head, class_="sp-pin")


def picture(paper: Paper, height: float, parts: list[str]) -> str:
    """With links inside it is a group; without, one image with a name."""
    role = "group" if paper.can_be_marked else "img"
    words = paper.words
    class_ = f"spec spec--{paper.kind}"
    return svg.picture(paper.key, class_, WIDTH, height, words.title, words.description, parts, role=role)
