"""What this room keeps about a person."""

from typing import Any

from courses.certificates import services
from courses.certificates.models import Certificate
from portal.accounts.api import personal_data


def _certificates(user: Any) -> list[dict[str, Any]]:
    return [
        {
            "serial": certificate.serial,
            "name": certificate.holder_name,
            "issued_at": certificate.issued_at,
            "certifies": certificate.snapshot,
            "revoked_at": certificate.revoked_at,
            "revoked_because": certificate.revoked_because,
        }
        for certificate in Certificate.objects.filter(user=user).order_by("pk")
    ]


def _forget(user: Any) -> None:
    services.forget_holder(user=user)


personal_data("certificates.Certificate", export=_certificates, erase=_forget)
