from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from portal.notify.models import Mail

# A worker that died with a mail in its hands lets go of it after this long.
CLAIM = timedelta(minutes=10)
# A mailbox that refuses ten times will not accept the eleventh; a person looks at it then.
ATTEMPTS = 10


def waiting(at: datetime) -> QuerySet[Mail]:
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=at - CLAIM)
    return Mail.objects.filter(free, sent_at__isnull=True, attempts__lt=ATTEMPTS).order_by("queued_at", "pk")


def newest(limit: int = 100) -> QuerySet[Mail]:
    return Mail.objects.order_by("-queued_at", "-pk")[:limit]
