"""The front door of the people room."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase

from portal.accounts.models.roles import Role
from portal.accounts.queries.invitations import Standing, standing
from portal.accounts.queries.languages import languages_by_name
from portal.accounts.queries.people import Person, as_person, find_people, people, people_seen_by
from portal.accounts.queries.roles import Scope, has_role, roles_of, scope_of
from portal.accounts.registry import Erase, personal_data
from portal.accounts.services.invitations import Invited, invite_person, note_invitation_mailed
from portal.accounts.services.roles import grant_role, revoke_role
from portal.core.clock import now

__all__ = [
    "Erase",
    "Invited",
    "Person",
    "Role",
    "Scope",
    "Standing",
    "as_person",
    "find_people",
    "grant_role",
    "has_role",
    "invitations_standing",
    "invite_person",
    "is_in_limits",
    "languages_by_name",
    "note_invitation_mailed",
    "people",
    "people_seen_by",
    "personal_data",
    "requires_role",
    "revoke_role",
    "roles_of",
    "scope_of",
]


def invitations_standing(user: Any) -> Standing:
    return standing(user, now())


def is_in_limits(request: HttpRequest, action: str) -> bool:
    """Counts one more request of this address; the limits stand in the settings, the count in the shared store.

    By the inner door: the outer one lets every GET pass.
    """
    return ratelimit.consume(request, app="allauth.account", action=action, limit_get=True) is not None


View = Callable[..., HttpResponseBase]


def requires_role(*roles: str) -> Callable[[View], View]:
    """A stranger is asked to sign in; whoever is signed in without one of the roles gets 404, not a hint."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not has_role(request.user, *roles):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate
