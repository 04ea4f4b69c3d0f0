"""News of this room, sent when it is certain: after the transaction that made it."""

from django.dispatch import Signal

# check_uuid: somebody asked for the long check of a version
check_wanted = Signal()
