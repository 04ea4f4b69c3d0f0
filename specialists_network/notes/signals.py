from django.dispatch import Signal

# note_uuid, edition: number; sent on commit
note_published = Signal()
