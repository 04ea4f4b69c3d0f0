"""The front door of spaces: who is a member, and pages of long lists."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase

from specialists_network.spaces.models import Space, Theme
from specialists_network.spaces.queries import Member, Page, main_space, member_of, members, own_once, page_of, places
from specialists_network.spaces.services import NoJurisdiction, admit, dismiss

__all__ = [
    "Member",
    "MemberRequest",
    "NoJurisdiction",
    "Page",
    "Space",
    "Theme",
    "admit",
    "dismiss",
    "main_space",
    "member_of",
    "members",
    "members_only",
    "own_once",
    "page_of",
    "places",
]


class MemberRequest(HttpRequest):
    """A request from inside the network."""

    member: Member


def members_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A stranger is asked to sign in; whoever is signed in and no member finds nothing here."""

    @login_required
    @wraps(view)
    def inside(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        member = member_of(request.user)
        if member is None:
            raise Http404
        request.member = member
        return view(request, *args, **kwargs)

    return inside
