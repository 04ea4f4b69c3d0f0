from portal.accounts.services import invitations, places, roles

__all__ = ["invitations", "places", "roles"]
