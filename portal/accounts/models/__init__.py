"""People, where they work, and what they may do."""

from portal.accounts.models.places import Institution, Jurisdiction
from portal.accounts.models.roles import Role, RoleGrant
from portal.accounts.models.user import User

__all__ = ["Institution", "Jurisdiction", "Role", "RoleGrant", "User"]
