"""What this room answers when a legal value is about to change: the cases that rest on it."""

from collections.abc import Iterator

from simulations.agreements.api import Citation, cited_in, finds_citations
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import read
from simulations.scenarios import queries
from simulations.scenarios.engine import frozen, library


@finds_citations
def cases_that_rest_on(tokens: frozenset[str]) -> Iterator[Citation]:
    """The files that ship and the versions that are open; a version keeps its old values until the next publish."""
    for path in sorted(library.LIBRARY.glob("*.yaml")):
        try:
            document = read(path.read_bytes()).value
        except (OSError, ScenarioInvalid):
            continue  # A file that cannot be read is named by the check of cases.
        yield from _citations("case", path.stem, document, tokens)
    for scenario in queries.open_scenarios().defer(None):
        version = scenario.current
        yield from _citations("version", str(version), frozen.read(version.document)["case"], tokens)


def _citations(kind: str, name: str, document: object, tokens: frozenset[str]) -> Iterator[Citation]:
    for token, where in cited_in(document, tokens):
        yield Citation(token, kind, name, where)
