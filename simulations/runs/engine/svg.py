"""The few shapes our drawings are made of, as text. Every word that goes in is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

Number = int | float


def number(value: Number) -> str:
    """Always with a point, whatever the language of the page."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, content: str | None = None, **attributes: Any) -> str:
    """`class_` and `stroke_width` become class and stroke-width; None is left out."""
    spelled = "".join(
        f' {_name(key)}="{escape(number(value) if isinstance(value, float) else str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{spelled}/>" if content is None else f"<{name}{spelled}>{content}</{name}>"


def _name(key: str) -> str:
    return (
        key
        if key in ("viewBox", "textLength", "lengthAdjust", "patternUnits", "patternTransform")
        else (key.rstrip("_").replace("_", "-"))
    )


def text(words: str, x: Number, y: Number, class_: str, anchor: str | None = None, **more: Any) -> str:
    return element("text", escape(words), class_=class_, x=float(x), y=float(y), text_anchor=anchor, **more)


def rect(class_: str, x: Number, y: Number, width: Number, height: Number, **more: Any) -> str:
    return element("rect", class_=class_, x=float(x), y=float(y), width=float(width), height=float(height), **more)


def path(class_: str, d: str) -> str:
    return element("path", class_=class_, d=d)


def circle(class_: str, x: Number, y: Number, r: Number) -> str:
    return element("circle", class_=class_, cx=float(x), cy=float(y), r=float(r))


def hatch(key: str) -> str:
    """Closed days are hatched, so that grey print says it too."""
    lines = rect("c-paper", 0, 0, 5, 5) + rect("c-hatch", 0, 0, 1.6, 5)
    pattern = element(
        "pattern", lines, id=key, width=5, height=5, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return element("defs", pattern)


def picture(
    key: str,
    class_: str,
    width: Number,
    height: Number,
    title: str,
    description: str,
    parts: Iterable[str],
    role: str = "img",
) -> str:
    """A drawing with its name and its description for people who do not see it."""
    words = element("title", escape(title), id=f"{key}-t") + element("desc", escape(description), id=f"{key}-d")
    box = f"0 0 {number(width)} {number(height)}"
    body = words + "".join(parts)
    return element("svg", body, class_=class_, viewBox=box, role=role, aria_labelledby=f"{key}-t {key}-d")


def sign(kind: str, x: Number, y: Number, label: str) -> str:
    """A numbered mark whose shape says how an act went: disc sound, triangle at a cost, square breach."""
    shapes = {
        "kept": element("circle", cx=float(x), cy=float(y), r=12),
        "risk": element("path", d=f"M{number(x)} {number(y - 14)}l14 24h-28z"),
        "breach": element("rect", x=float(x - 11), y=float(y - 11), width=22, height=22),
        "none": element("circle", cx=float(x), cy=float(y), r=12),
    }
    drop = 8 if kind == "risk" else 4.5
    words = element("text", escape(label), x=float(x), y=float(y + drop), text_anchor="middle")
    return element("g", shapes[kind] + words, class_=f"mk mk-{kind}")
