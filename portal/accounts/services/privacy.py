"""Everything about me as one document, and being forgotten."""

from typing import Any

from django.db import transaction

from portal.accounts import signals
from portal.accounts.models import ErasureRequest, User
from portal.accounts.queries.people import ERASED_DOMAIN
from portal.accounts.registry import Erase, Rule, export_of, rules
from portal.audit import api as audit
from portal.core.clock import now

# Shown wherever a row that stays names its person; translated there like any other word of the interface.
ERASED_NAME = "Former participant"


def everything_about(user: User) -> dict[str, Any]:
    """One key for each kind of row, in the rooms' own words; kinds with nothing in them are left out."""
    found: dict[str, list[Any]] = {}
    for rule in rules():
        documents = export_of(rule, user)
        if documents:
            key = rule.label if rule.user_field in {"user", "pk"} else f"{rule.label}:{rule.user_field}"
            found[key] = documents
    return {"made_at": now(), "about": str(user.uuid), "data": found}


@transaction.atomic
def erase(*, user: User) -> None:
    """Carries out every room's rule, then empties the account. What stays points at somebody without a name."""
    uuid = user.uuid
    request, _ = ErasureRequest.objects.get_or_create(user_uuid=uuid)
    if request.done_at:
        return
    for rule in rules():
        _carry_out(rule, user)
    _empty(user)
    request.done_at = now()
    request.save(update_fields=["done_at"])
    audit.record(actor=None, verb="account.erased", target=f"user:{uuid}")
    transaction.on_commit(lambda: signals.account_erased.send(sender=User, user_uuid=str(uuid)))


def _carry_out(rule: Rule, user: User) -> None:
    if callable(rule.erase):
        rule.erase(user)
    elif rule.erase is Erase.DELETE:
        rule.rows(user).delete()
    elif rule.erase is Erase.UNLINK:
        rule.rows(user).update(**{rule.user_field: None})


def _empty(user: User) -> None:
    user.email = f"{user.uuid}{ERASED_DOMAIN}"
    user.name = ERASED_NAME
    user.function = user.sex = ""
    user.institution = None
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
