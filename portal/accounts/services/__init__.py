from portal.accounts.services import invitations, places, privacy, profile, roles

__all__ = ["invitations", "places", "privacy", "profile", "roles"]
