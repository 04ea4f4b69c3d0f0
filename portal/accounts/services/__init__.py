from portal.accounts.services import invitations, people, places, privacy, profile, roles

__all__ = ["invitations", "people", "places", "privacy", "profile", "roles"]
