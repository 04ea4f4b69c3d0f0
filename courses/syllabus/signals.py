from django.dispatch import Signal

# Sent on commit when a version was made (not for editions). course_id, version_id, impact
version_published = Signal()
