"""Whose certificates, and what a serial stands for. Strangers learn only what the check page may say."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import get_language

from courses.certificates.engine import serials
from courses.certificates.models import Certificate
from portal.accounts.api import Role, people_seen_by

# Its fallback keys are Django's, so that a seal outlives a change of the secret key.
SEALER = Signer(salt="courses.certificates")


@dataclass(frozen=True)
class Statement:
    """What a certificate says in the reader's language, or in English where it says nothing in it."""

    title: str
    hours: str
    pass_mark: int | None
    competencies: tuple[str, ...]
    syllabus_n: int
    issuer: str


def certificates_of(user: Any) -> QuerySet[Certificate]:
    return Certificate.objects.filter(user_id=user.pk)


def certificates_withdrawable_by(user: Any) -> QuerySet[Certificate]:
    """Administrators and coordinators, inside their scope; a certificate whose account is empty stays in nobody's."""
    return Certificate.objects.filter(user__in=people_seen_by(user, Role.ADMINISTRATOR, Role.COORDINATOR))


def certificate_of(enrolment_uuid: UUID) -> Certificate | None:
    return Certificate.objects.filter(enrolment_uuid=enrolment_uuid).first()


def by_serial(typed: str) -> Certificate | None:
    """Raises SerialMistyped where it cannot be one of ours."""
    return Certificate.objects.filter(serial=serials.read(typed)).first()


def is_sealed(certificate: Certificate) -> bool:
    """False where somebody has changed the record since it was issued."""
    try:
        SEALER.unsign(f"{sealed_text(certificate)}{SEALER.sep}{certificate.seal}")
    except BadSignature:
        return False
    if not certificate.holder_name:
        return True
    return certificate.snapshot["holder"] == holder_digest(certificate.holder_name, certificate.holder_key)


def sealed_text(certificate: Certificate) -> str:
    return json.dumps([certificate.serial, certificate.snapshot], sort_keys=True, ensure_ascii=False)


def holder_digest(name: str, key: str) -> str:
    return hashlib.blake2b(name.encode(), key=key.encode(), digest_size=32).hexdigest()


def initials(certificate: Certificate) -> str:
    return " ".join(f"{word[0]}." for word in certificate.holder_name.replace("-", " ").split())


def statement_of(certificate: Certificate) -> Statement:
    snapshot = certificate.snapshot
    return Statement(
        title=_said(snapshot["title"]),
        hours=snapshot["hours"],
        pass_mark=snapshot["pass_mark"],
        competencies=tuple(_said(texts) for texts in snapshot["competencies"].values()),
        syllabus_n=snapshot["syllabus"],
        issuer=snapshot["issuer"],
    )


def _said(texts: dict[str, str]) -> str:
    return texts.get(get_language() or "en") or texts.get("en") or next(iter(texts.values()))
