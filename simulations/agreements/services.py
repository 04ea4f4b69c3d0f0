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
from simulations.agreements.engine.confirming import Statement
from simulations.agreements.models import Confirmation


class NotAsShown(Exception):
    """It is no longer what the person saw; nothing was signed."""


class NothingToTakeBack(Exception):
    """Nobody stands for it, or somebody took the confirmation back already."""


@dataclass(frozen=True)
class Signer:
    """`once` is drawn by the form, `looked` says that a warning of the guard was seen."""

    user: Any
    once: UUID
    looked: bool = False


def confirm(*, statement: Statement, signer: Signer, shown: str, compared_with: str) -> Confirmation:
    """Signed once, however often the form is sent. Raises NotAsShown where the page showed something else."""
    if shown != statement.content:
        raise NotAsShown(statement.subject)
    row = _row(statement.subject, statement.digest, statement.content)
    row.compared_with = compared_with
    known = queries.standing([row.subject]).filter(digest=row.digest).first()
    return known or _once(row, signer, "confirmed")


def take_back(*, statement: Statement, signer: Signer, because: str) -> Confirmation:
    """The first confirmation of this, else the first of an earlier state, stands no longer."""
    if known := Confirmation.objects.filter(once=_own(signer, statement.subject)).first():
        return known
    rows = sorted(queries.standing([statement.subject]), key=lambda row: (row.digest != statement.digest, row.pk))
    if not rows:
        raise NothingToTakeBack(statement.subject)
    row = _row(rows[0].subject, rows[0].digest, rows[0].content)
    row.takes_back, row.because = rows[0], because
    try:
        return _once(row, signer, "taken_back")
    except IntegrityError as meanwhile:
        raise NothingToTakeBack(statement.subject) from meanwhile


def _row(subject: str, digest: str, content: str) -> Confirmation:
    return Confirmation(subject=subject, digest=digest, content=content)


def _once(row: Confirmation, signer: Signer, verb: str) -> Confirmation:
    row.once = _own(signer, row.subject)
    known = Confirmation.objects.filter(once=row.once)
    if first := known.first():
        return first
    try:
        return _signed(row, signer, verb)
    except IntegrityError:
        if first := known.first():
            return first
        raise


@transaction.atomic
def _signed(row: Confirmation, signer: Signer, verb: str) -> Confirmation:
    user = signer.user
    row.by, row.name, row.function, row.at = user, user.name, user.function, clock.now()
    row.institution = user.institution.name if user.institution else ""
    row.role = Role.ADMINISTRATOR if has_role(user, Role.ADMINISTRATOR) else Role.COORDINATOR
    let_pass(row, confirmed=signer.looked)
    row.save()
    kind = row.subject.partition(":")[0]
    record(actor=user, verb=f"{kind}.{verb}", target=row.subject, detail={"digest": row.digest[:12]})
    return row


def _own(signer: Signer, subject: str) -> UUID:
    """Somebody else's form, or that of another table, never counts as this one."""
    return uuid5(signer.once, f"{signer.user.uuid} {subject}")
