"""The front door of practice notes."""

from specialists_network.notes.queries import latest, own_open, search, to_endorse

__all__ = ["latest", "own_open", "search", "to_endorse"]
