"""Issuing, withdrawing, and finding what a lost signal left behind."""

import hashlib
import secrets
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from courses.assessment.api import competencies_shown, pass_mark_of
from courses.certificates import signals
from courses.certificates.engine import serials
from courses.certificates.models import Certificate
from courses.certificates.queries import SEALER, holder_digest, sealed_text
from courses.learning.models import Enrolment
from courses.syllabus import queries as syllabus
from portal.accounts.models import User
from portal.audit import api as audit
from portal.competencies.api import framework
from portal.core import clock
from portal.notify import api as notify

LOOKUPS_A_MINUTE = 30


class RuleNotMet(Exception):
    """The course is not completed, so there is nothing to certify."""


@transaction.atomic
def issue(*, enrolment_uuid: UUID) -> Certificate:
    """One certificate for each enrolment, however often somebody asks."""
    # The lock makes two signals queue up; the second finds the first one's certificate.
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",))
        .select_related("user", "course", "syllabus")
        .get(uuid=enrolment_uuid)
    )
    if not enrolment.is_completed or enrolment.completed_at is None:
        raise RuleNotMet(str(enrolment_uuid))
    found = Certificate.objects.filter(enrolment_uuid=enrolment_uuid).first()
    return found or _create(enrolment)


@transaction.atomic
def revoke(*, certificate_id: int, because: str, actor: User) -> Certificate:
    """Withdraws it for everybody who checks; a second click changes nothing."""
    certificate = Certificate.objects.select_for_update().get(pk=certificate_id)
    if certificate.revoked_at:
        return certificate
    certificate.revoked_at, certificate.revoked_because = clock.now(), because
    certificate.save(update_fields=["revoked_at", "revoked_because"])
    audit.record(actor=actor, verb="certificate.revoked", target=f"certificate:{certificate.serial}")
    transaction.on_commit(lambda: _announce(signals.certificate_revoked, certificate))
    return certificate


def reconcile() -> int:
    """Issues what is due and was never issued; run every hour, harmless at any time."""
    issued = Certificate.objects.values("enrolment_uuid")
    due = Enrolment.objects.filter(state=Enrolment.State.COMPLETED, user__is_active=True).exclude(uuid__in=issued)
    found = list(due.values_list("uuid", flat=True)[:500])
    for enrolment_uuid in found:
        issue(enrolment_uuid=enrolment_uuid)
    return len(found)


@transaction.atomic
def forget_holder(*, user: User) -> None:
    """Takes the name and its key away; the certificate itself, sealed without them, goes on to be checked."""
    Certificate.objects.filter(user=user).update(holder_name="", holder_key="", user=None)


def may_look_up(*, address: str) -> bool:
    """Thirty looks a minute from one address: enough for a desk with a pile of papers, too few for guessing."""
    key = f"certificate-lookups:{hashlib.sha256(address.encode()).hexdigest()[:24]}"
    cache.add(key, 0, timeout=60)
    try:
        return int(cache.incr(key)) <= LOOKUPS_A_MINUTE
    except ValueError:
        # It ran out between the two steps: a new minute has begun.
        return True


def _create(enrolment: Enrolment) -> Certificate:
    at = clock.now()
    key = secrets.token_hex(16)
    certificate = Certificate(
        serial=serials.compose(year=at.year, drawn=[secrets.randbelow(31) for _ in range(serials.DRAWN)]),
        enrolment_uuid=enrolment.uuid,
        snapshot=_snapshot(enrolment, holder=holder_digest(enrolment.user.name, key)) | {"issued": at.isoformat()},
        issued_at=at,
        holder_name=enrolment.user.name,
        holder_key=key,
        user=enrolment.user,
        enrolment=enrolment,
        course=enrolment.course,
    )
    certificate.seal = SEALER.signature(sealed_text(certificate))
    certificate.save()
    _write_mail(certificate, enrolment)
    transaction.on_commit(lambda: _announce(signals.certificate_issued, certificate))
    return certificate


def _snapshot(enrolment: Enrolment, *, holder: str) -> dict[str, Any]:
    course, version = enrolment.course, enrolment.syllabus
    locales = syllabus.locales_of({version.pk})[version.pk]
    said = {code: {each.key: each.statement for each in framework(code)} for code in locales}
    return {
        "holder": holder,
        "course": course.code,
        "title": {code: syllabus.outline(course, version.pk, code).words.title for code in locales},
        "hours": f"{course.hours.normalize():f}",
        "pass_mark": pass_mark_of(enrolment.uuid),
        "syllabus": version.n,
        "competencies": {key: {code: said[code][key] for code in locales} for key in _certified(enrolment)},
        "issuer": settings.SITE_NAME,
    }


def _certified(enrolment: Enrolment) -> list[str]:
    """What the course is about, as far as its test decided on it and the holder need not look at it again."""
    shown = competencies_shown(enrolment.uuid)
    return [key for key in enrolment.course.competencies if shown is None or key in shown]


def _write_mail(certificate: Certificate, enrolment: Enrolment) -> None:
    titles = certificate.snapshot["title"]
    user = enrolment.user
    notify.send(
        to=user.email,
        template="certificate",
        locale=user.locale,
        about=f"certificate:{certificate.uuid}",
        context={
            "name": user.name,
            "course": titles.get(user.locale) or titles["en"],
            "url": settings.BASE_URL.rstrip("/") + reverse("certificates:mine"),
            "check_url": settings.BASE_URL.rstrip("/") + reverse("certificate_check:result", args=[certificate.serial]),
        },
    )


def _announce(signal: Any, certificate: Certificate) -> None:
    signal.send(
        sender=Certificate,
        certificate_uuid=certificate.uuid,
        enrolment_uuid=certificate.enrolment_uuid,
        serial=certificate.serial,
    )
