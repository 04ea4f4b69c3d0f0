"""Pages of practice cases: HTTP only."""
