"""Narrowing any rows that carry a folded `search_text`; the same answer on SQLite and PostgreSQL."""

from typing import Any

from django.db.models import QuerySet

from portal.search.engine.folding import spellings
from portal.search.engine.question import Question


def search_text(*parts: str) -> str:
    """What a row keeps to be found by. Blanks at both ends, so that a word can be asked for by its beginning."""
    return " " + " ".join(spellings("\n".join(parts))) + " "


def matching(rows: QuerySet[Any], question: Question, *, field: str = "search_text") -> QuerySet[Any]:
    """Rows that hold every term; without a term, none. LIKE on folded text needs no parser a quote could break."""
    if not question:
        return rows.none()
    for term in question.terms:
        rows = rows.filter(**{f"{field}__contains": term.needle})
    return rows
