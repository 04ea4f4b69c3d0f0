"""Signing what the files say, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from portal.accounts.api import Role, has_role
from portal.audit.api import record
from portal.core import clock
from portal.guard.api import let_pass
from simulations.agreements import queries
from simulations.agreements.engine.calendars import YearTable
from simulations.agreements.engine.confirming import Change, changes, content_of, digest_of, subject_of
from simulations.agreements.models import Confirmation


class OtherDays(Exception):
    """The table is no longer what the person saw; nothing was signed."""

    def __init__(self, found: tuple[Change, ...]) -> None:
        super().__init__(len(found))
        self.changes = found


class NothingToTakeBack(Exception):
    """Nobody stands for these days, or somebody took the confirmation back already."""


@dataclass(frozen=True)
class Signer:
    """`once` is drawn by the form, `looked` says that a warning of the guard was seen."""

    user: Any
    once: UUID
    looked: bool = False


def confirm(*, year: YearTable, signer: Signer, shown: str, compared_with: str) -> Confirmation:
    """Signed once, however often the form is sent. Raises OtherDays where the page showed something else."""
    content = content_of(year)
    if shown != content:
        raise OtherDays(_what_changed(shown, content))
    row = Confirmation(subject=subject_of(year), digest=digest_of(content), content=content)
    row.compared_with = compared_with
    known = queries.standing([row.subject]).filter(digest=row.digest).first()
    return known or _once(row, signer, "calendar.confirmed", {"days": len(year.table.closed)})


def take_back(*, year: YearTable, signer: Signer, because: str) -> Confirmation:
    """The newest confirmation that still stands, of these days or of an earlier state, stands no longer."""
    subject = subject_of(year)
    if known := Confirmation.objects.filter(once=_own(signer, subject)).first():
        return known
    now = digest_of(content_of(year))
    rows = sorted(queries.standing([subject]), key=lambda row: (row.digest != now, row.pk))
    if not rows:
        raise NothingToTakeBack(subject)
    found = rows[0]
    row = Confirmation(subject=subject, digest=found.digest, content=found.content, takes_back=found, because=because)
    try:
        return _once(row, signer, "calendar.taken_back", {})
    except IntegrityError as meanwhile:
        raise NothingToTakeBack(subject) from meanwhile


def _once(row: Confirmation, signer: Signer, verb: str, detail: dict[str, Any]) -> Confirmation:
    row.once = _own(signer, row.subject)
    known = Confirmation.objects.filter(once=row.once)
    if first := known.first():
        return first
    try:
        return _signed(row, signer, verb, detail)
    except IntegrityError:
        if first := known.first():
            return first
        raise


@transaction.atomic
def _signed(row: Confirmation, signer: Signer, verb: str, detail: dict[str, Any]) -> Confirmation:
    user = signer.user
    row.by, row.name, row.function, row.at = user, user.name, user.function, clock.now()
    row.institution = user.institution.name if user.institution else ""
    row.role = Role.ADMINISTRATOR if has_role(user, Role.ADMINISTRATOR) else Role.COORDINATOR
    let_pass(row, confirmed=signer.looked)
    row.save()
    record(actor=user, verb=verb, target=row.subject, detail={"digest": row.digest[:12], **detail})
    return row


def _own(signer: Signer, subject: str) -> UUID:
    """Somebody else's form, or that of another table, never counts as this one."""
    return uuid5(signer.once, f"{signer.user.uuid} {subject}")


def _what_changed(shown: str, content: str) -> tuple[Change, ...]:
    try:
        return changes(shown, content)
    except ValueError:
        return ()
