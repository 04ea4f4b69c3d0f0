"""From evidence to a level."""

from collections.abc import Sequence

# The last three say more about today than an average over years.
RECENT = 3
SECURE, SUPPORTED = 0.8, 0.5


def level_shown(scores: Sequence[float]) -> str | None:
    """The level that scores from 0 to 1, oldest first, have shown; None where there is no evidence yet.

    Independence takes two pieces of evidence. Level D, teaching or deciding, is never concluded from a score.
    """
    if not scores:
        return None
    recent = scores[-RECENT:]
    mean = sum(recent) / len(recent)
    if mean >= SECURE and len(scores) > 1:
        return "C"
    return "B" if mean >= SUPPORTED else "A"
