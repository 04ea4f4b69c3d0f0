"""The cases that ship, by key; a key is the stem of its file."""

from __future__ import annotations

from pathlib import Path

LIBRARY = Path(__file__).resolve().parent.parent.parent / "library"


def keys() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in LIBRARY.glob("*.yaml")))


def path_of(key: str) -> Path:
    """KeyError when no case of this key ships."""
    if key not in keys():
        raise KeyError(key)
    return LIBRARY / f"{key}.yaml"


def find(path_or_key: str) -> tuple[str, Path | None]:
    """The key and the file for a path or a key; no file when there is none."""
    if path_or_key in keys():
        return path_or_key, path_of(path_or_key)
    path = Path(path_or_key)
    try:
        return path.stem, path if path.is_file() else None
    except (OSError, ValueError):
        return path_or_key[:60], None
