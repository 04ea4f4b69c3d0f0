from typing import Any

from portal.audit.models import Entry


def record(*, actor: Any, verb: str, target: str, detail: dict[str, Any] | None = None) -> Entry:
    """Adds a line, in the caller's transaction: what was rolled back was not done, so it is not in the trail.

    `actor` is a person (anything with a uuid) or None for the site itself. `verb` is "invitation.sent" or the like,
    `target` "user:<uuid>". Neither they nor `detail` may carry a name, an e-mail or a text: the trail is never erased.
    """
    return Entry.objects.create(
        actor=str(actor.uuid) if actor is not None else "", verb=verb, target=target, detail=detail or {}
    )
