"""News of this room, sent when it is certain: after the transaction that made it."""

from django.dispatch import Signal

# run_uuid, user_id, scenario_key, passed, context (given back as it was given at start)
run_ended = Signal()
