"""Whose certificates, what a serial stands for, and what goes on the paper."""

from courses.certificates.queries.certificates import (
    SEALER,
    Statement,
    by_serial,
    certificate_of,
    certificates_of,
    certificates_withdrawable_by,
    holder_digest,
    initials,
    is_sealed,
    sealed_text,
    statement_of,
)
from courses.certificates.queries.papers import paper_of

__all__ = [
    "SEALER",
    "Statement",
    "by_serial",
    "certificate_of",
    "certificates_of",
    "certificates_withdrawable_by",
    "holder_digest",
    "initials",
    "is_sealed",
    "paper_of",
    "sealed_text",
    "statement_of",
]
