from django.dispatch import Signal

# All are sent on commit with plain values, so that nobody above holds a row of ours.
# enrolment_uuid, user_id, course_code, activity_uuid, kind
activity_completed = Signal()
# enrolment_uuid, user_id, course_code
enrolment_completed = Signal()
