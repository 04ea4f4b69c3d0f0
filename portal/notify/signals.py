from django.dispatch import Signal

# On commit: kwargs mail_id.
mail_queued = Signal()

# After it has left: kwargs about, at.
mail_sent = Signal()
