"""Who sees which place in the navigation."""

from typing import Any

from portal.accounts.api import Role, has_role
from portal.core import navigation


def teaches(user: Any) -> bool:
    # A learner is asked nothing: is_staff is derived from the roles and costs no query.
    return user.is_staff and has_role(user, Role.TRAINER, Role.COORDINATOR)


navigation.show_only_to("teach", teaches)
