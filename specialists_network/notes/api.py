"""The front door of practice notes."""

from specialists_network.notes.queries import Desk, desk, latest, search

__all__ = ["Desk", "desk", "latest", "search"]
