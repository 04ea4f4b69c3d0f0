"""People, where they work, what they may do, and who has been asked to come in."""

from portal.accounts.models.invitations import Invitation
from portal.accounts.models.places import Institution, Jurisdiction
from portal.accounts.models.privacy import ErasureRequest
from portal.accounts.models.roles import Role, RoleGrant
from portal.accounts.models.user import User

__all__ = ["ErasureRequest", "Institution", "Invitation", "Jurisdiction", "Role", "RoleGrant", "User"]
