from typing import Any

from portal.accounts.api import personal_data
from specialists_network.spaces.models import Membership


def _memberships(user: Any) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(user=user).select_related("space").order_by("pk")
    return [{"space": row.space.name, "jurisdiction": row.jurisdiction_id, "joined_at": row.joined_at} for row in rows]


personal_data("spaces.Membership", export=_memberships)
