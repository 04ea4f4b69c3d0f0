"""Keyed digests of a person's own words. When the key is erased with the words, the digest says nothing any more."""

from __future__ import annotations

import hashlib
import hmac


def seal(secret: str, text: str) -> str:
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def fits(secret: str, text: str, digest: str) -> bool:
    return hmac.compare_digest(seal(secret, text), digest)
