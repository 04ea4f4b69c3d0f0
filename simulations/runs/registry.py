"""Whose texts somebody may judge: rooms above say which people a trainer teaches.

register_circle(lambda trainer: ids of the people in the trainer's cohorts)
"""

from collections.abc import Callable
from typing import Any

Circle = Callable[[Any], Any]  # ids of people, as a list or as a query
_circles: list[Circle] = []


def register_circle(circle: Circle) -> None:
    if circle not in _circles:
        _circles.append(circle)


def circles() -> tuple[Circle, ...]:
    return tuple(_circles)
