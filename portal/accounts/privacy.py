"""What this room and the libraries below it keep about a person."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.registry import Document, Erase, personal_data

PROOF = _("That you asked, and when it was done, so that we can show it; the number leads to nobody.")
EDITORIAL = _("What was written for a course stays; the name on it is emptied with the account.")


def _account(user: User) -> list[Document]:
    place = user.institution
    return [
        {
            "uuid": user.uuid,
            "email": user.email,
            "name": user.name,
            "locale": user.locale,
            "institution": place.name if place else None,
            "jurisdiction": place.jurisdiction_id if place else None,
            "function": user.function,
            "sex": user.sex or None,
            "joined_at": user.joined_at,
            "last_login": user.last_login,
        }
    ]


def _nothing(user: User) -> list[Document]:
    """Whom somebody invited is about the invited."""
    return []


def _second_factors(user: User) -> list[Document]:
    rows = Authenticator.objects.filter(user=user).order_by("pk")
    return [{"type": row.type, "created_at": row.created_at, "last_used_at": row.last_used_at} for row in rows]


def _sessions(user: User) -> list[Document]:
    rows = UserSession.objects.filter(user=user).order_by("pk")
    return [{"created_at": row.created_at, "ip": row.ip, "browser": row.user_agent} for row in rows]


def _end_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def _nothing_more(user: Any) -> None:
    """The account's own row is emptied by the service, after every other rule."""


personal_data("accounts.User", user_field="pk", export=_account, erase=_nothing_more)
personal_data("accounts.RoleGrant")
personal_data("account.EmailAddress")
personal_data("accounts.Invitation", user_field="accepted_by")
personal_data("accounts.Invitation", user_field="invited_by", export=_nothing, erase=Erase.UNLINK)
personal_data("accounts.ErasureRequest", user_field="user_uuid", by="uuid", erase=Erase.KEEP, reason=PROOF)
personal_data("mfa.Authenticator", export=_second_factors)
personal_data("usersessions.UserSession", export=_sessions, erase=_end_sessions)

for label in ("wagtailusers.UserProfile", "wagtailadmin.EditingSession", "wagtailadmin.FormState"):
    personal_data(label)
personal_data("wagtailcore.PageSubscription")
for label, field in (
    ("wagtailcore.Page", "owner"),
    ("wagtailcore.Page", "locked_by"),
    ("wagtailcore.TaskState", "finished_by"),
    ("wagtailcore.WorkflowState", "requested_by"),
    ("wagtailcore.Comment", "resolved_by"),
    ("wagtailcore.UploadedFile", "uploaded_by_user"),
    ("wagtaildocs.Document", "uploaded_by_user"),
    ("wagtailimages.Image", "uploaded_by_user"),
    ("wagtail_localize.StringTranslation", "last_translated_by"),
    ("wagtail_localize.SegmentOverride", "last_translated_by"),
):
    personal_data(label, user_field=field, erase=Erase.UNLINK)
for label in (
    "wagtailcore.Revision",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
):
    personal_data(label, user_field="user", erase=Erase.KEEP, reason=EDITORIAL)
personal_data(
    "audit.Entry",
    user_field="actor",
    by="uuid",
    erase=Erase.KEEP,
    reason=_("The trail of who changed what carries no names; after erasure the number in it leads to nobody."),
)
