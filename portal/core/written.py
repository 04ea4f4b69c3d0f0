"""What a form carries besides what the person wrote is not shown as theirs."""

import re
from collections.abc import Iterable, Sequence

# Keys of options, numbers that pages add. Whoever writes a word alone begins it with a capital or knows it again.
KEY = re.compile(r"[a-z0-9_:.-]+")
NEVER_SHOWN = frozenset({"csrfmiddlewaretoken", "next", "key", "once", "guard_seen"})


def written(typed: Iterable[Sequence[str]]) -> list[str]:
    """The texts among names and values, without passwords."""
    return [value for name, value in typed if _is_text(name, value)]


def _is_text(name: str, value: str) -> bool:
    return bool(value.strip()) and name not in NEVER_SHOWN and "password" not in name and not KEY.fullmatch(value)
