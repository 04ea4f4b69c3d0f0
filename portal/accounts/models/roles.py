from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.places import Institution, Jurisdiction


class Role(models.TextChoices):
    LEARNER = "learner", _("Learner")
    TRAINER = "trainer", _("Trainer")
    AUTHOR = "author", _("Author")
    TRANSLATOR = "translator", _("Translator")
    FOCAL_POINT = "focal_point", _("Focal point")
    COORDINATOR = "coordinator", _("Coordinator")
    ADMINISTRATOR = "administrator", _("Administrator")


class RoleGrant(models.Model):
    """A role with its scope. This is the source; Django's groups are derived from it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, null=True, blank=True)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            # Three instead of one that treats NULLs as equal: SQLite has none such.
            models.UniqueConstraint(
                fields=("user", "role"),
                condition=Q(jurisdiction__isnull=True, institution__isnull=True),
                name="role_granted_once_everywhere",
            ),
            models.UniqueConstraint(
                fields=("user", "role", "jurisdiction"),
                condition=Q(jurisdiction__isnull=False),
                name="role_granted_once_per_jurisdiction",
            ),
            models.UniqueConstraint(
                fields=("user", "role", "institution"),
                condition=Q(institution__isnull=False),
                name="role_granted_once_per_institution",
            ),
            models.CheckConstraint(
                condition=Q(jurisdiction__isnull=True) | Q(institution__isnull=True),
                name="role_has_one_scope",
            ),
        )
