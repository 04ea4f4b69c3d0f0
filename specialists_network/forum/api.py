"""The front door of the forum."""

from specialists_network.forum.forms import LookForm
from specialists_network.forum.queries import OpenQuestions, open_questions, search, unread

__all__ = ["LookForm", "OpenQuestions", "open_questions", "search", "unread"]
