from django.dispatch import Signal

# certificate_uuid, enrolment_uuid, serial: sent on commit.
certificate_issued = Signal()
certificate_revoked = Signal()
