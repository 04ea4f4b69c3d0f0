"""What this room answers when a legal value is about to change, and what follows when a check was asked for."""

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.urls import reverse
from kombu.exceptions import OperationalError

from simulations.agreements.api import Citation, cited_in, finds_citations
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import read
from simulations.scenarios import queries, tasks
from simulations.scenarios.engine import frozen, library
from simulations.scenarios.signals import check_wanted

log = logging.getLogger("academy.scenarios")


@receiver(check_wanted)
def hand_it_to_the_worker(check_uuid: UUID, **_rest: Any) -> None:
    """A broker that is down costs nobody an error page: the check waits in its row and the worker finds it there."""
    try:
        tasks.check_version.delay(str(check_uuid))
    except (OperationalError, OSError):
        log.warning("The broker is down; a check of a case waits in its row.")


@finds_citations
def cases_that_rest_on(tokens: frozenset[str]) -> Iterator[Citation]:
    """The files that ship and the versions that are open; a version keeps its old values until the next publish."""
    opened = tuple(queries.open_scenarios().defer(None))
    pages = {each.key: reverse("scenarios:check", args=[each.key]) for each in opened}
    for path in sorted(library.LIBRARY.glob("*.yaml")):
        yield from _citations("case", path.stem, _shipped(path), tokens, pages.get(path.stem, ""))
    for scenario in opened:
        version = scenario.current
        document = frozen.read(version.document)["case"]
        yield from _citations("version", str(version), document, tokens, pages[scenario.key])


@cache
def _shipped(path: Path) -> object:
    """A file that cannot be read rests on nothing here; the check of cases names it."""
    try:
        return read(path.read_bytes()).value
    except (OSError, ScenarioInvalid):
        return None


def _citations(kind: str, name: str, document: Any, tokens: frozenset[str], url: str) -> Iterator[Citation]:
    for token, where in cited_in(document, tokens):
        yield Citation(token, kind, name, where, document["title"], url)
