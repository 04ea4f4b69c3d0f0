"""What happened here, sent on commit."""

from django.dispatch import Signal

# enrolment_uuid, activity_uuid, user_id, attempt_uuid, passed: a test was handed in and scored.
attempt_submitted = Signal()
# enrolment_uuid, activity_uuid, user_id, score (percent), at: a test was passed.
quiz_passed = Signal()
