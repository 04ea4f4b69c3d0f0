"""The front door of certificates."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from courses.certificates import queries

__all__ = ["Earned", "certificate_of", "certificates_of"]


@dataclass(frozen=True)
class Earned:
    title: str
    serial: str
    issued_at: datetime
    is_valid: bool
    url: str
    paper_url: str


def certificates_of(user: Any) -> tuple[Earned, ...]:
    """A person's certificates, newest first."""
    return tuple(_earned(certificate) for certificate in queries.certificates_of(user))


def certificate_of(enrolment_uuid: UUID) -> Earned | None:
    found = queries.certificate_of(enrolment_uuid)
    return _earned(found) if found else None


def _earned(certificate: Any) -> Earned:
    return Earned(
        title=queries.statement_of(certificate).title,
        serial=certificate.serial,
        issued_at=certificate.issued_at,
        is_valid=certificate.revoked_at is None,
        url=reverse("certificates:mine"),
        paper_url=reverse("certificates:paper", args=[certificate.serial]),
    )
