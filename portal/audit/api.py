"""The audit trail's front door."""

from portal.audit.services import record

__all__ = ["record"]
