"""Addresses within a run. A desk has dozens of them, so each pattern is reversed once a language."""

from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

_RUN, _KEY = UUID(int=0), "0key0"


def act(run: UUID, key: str) -> str:
    return _of("runs:act", run, key)


def document(run: UUID, key: str) -> str:
    return _of("runs:document", run, key)


def _of(name: str, run: UUID, key: str) -> str:
    return _pattern(name, get_language()).replace(str(_RUN), str(run)).replace(_KEY, key)


@lru_cache(maxsize=64)
def _pattern(name: str, language: str | None) -> str:
    return reverse(name, kwargs={"run_uuid": _RUN, "key": _KEY})
