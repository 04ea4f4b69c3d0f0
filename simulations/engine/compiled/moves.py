"""What a machine is asked with: a state, and a move that one of its states gave."""

from __future__ import annotations

from typing import NamedTuple

State = tuple[int, int, tuple[int, ...]]  # packed facts and flags, seconds, codes of what is on its way


class Move(NamedTuple):
    """A way to do an act with the days it names, or a built-in act. Only its machine can read it."""

    number: int
    days: tuple[int, ...] = ()
