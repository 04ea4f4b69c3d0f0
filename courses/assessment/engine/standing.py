"""The scoring ladder: what a question may decide depends on the review of the law it rests on."""

from enum import StrEnum

# From the weakest to the strongest.
MARKS = ("assumption", "gk", "sourced", "reviewed")


class Standing(StrEnum):
    COUNTS = "counts"
    SHOWN = "shown"
    UNSCORED = "unscored"


def standing(*, rests_on_value: bool, mark: str) -> Standing:
    """A question of principle counts. One that rests on a legal value counts only once the value was reviewed."""
    if not rests_on_value or mark == "reviewed":
        return Standing.COUNTS
    return Standing.SHOWN if mark == "sourced" else Standing.UNSCORED


def weakest(*marks: str) -> str:
    """A question is no better founded than the weakest statement of law it rests on."""
    return min(marks, key=MARKS.index)
