import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.places import Jurisdiction
from portal.accounts.models.roles import Role
from portal.accounts.models.user import User


class Invitation(models.Model):
    """One address asked to come in. Only a digest of its key is kept; the key itself is in the mail alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    institution_name = models.CharField(max_length=160)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    locale = models.CharField(max_length=10, choices=settings.LANGUAGES)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.LEARNER)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="invitations_sent"
    )

    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    issued_at = models.DateTimeField()
    times_issued = models.PositiveSmallIntegerField(default=1)
    mailed_at = models.DateTimeField(null=True, blank=True)

    # What the person has said so far on the four screens; emptied when the account begins.
    function = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=10, choices=User.Sex.choices, blank=True, default="")
    steps_done = models.PositiveSmallIntegerField(default=0)

    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitation"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(accepted_at__isnull=True, closed_at__isnull=True),
                name="one_open_invitation_per_email",
            ),
        )
        indexes = (models.Index(fields=("jurisdiction", "-id"), name="invitation_newest"),)

    def __str__(self) -> str:
        return str(self.uuid)
