from django.dispatch import Signal

# thread_uuid, seq; sent on commit
replied = Signal()
# thread_uuid, seq; sent on commit
answer_accepted = Signal()
