"""The front door of the forum."""

from specialists_network.forum.forms import LookForm
from specialists_network.forum.queries import search, to_accept, unanswered, unread

__all__ = ["LookForm", "search", "to_accept", "unanswered", "unread"]
