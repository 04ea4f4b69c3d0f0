"""The front door of search."""

from portal.search.engine.folding import fold
from portal.search.engine.marking import Piece, excerpt, mark
from portal.search.engine.question import Question, read_question
from portal.search.queries import matching, search_text

__all__ = [
    "Piece",
    "Question",
    "excerpt",
    "fold",
    "mark",
    "matching",
    "read_question",
    "search_text",
]
