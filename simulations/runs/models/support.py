"""Where somebody can turn whom a case has touched."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SupportLine(models.Model):
    """One for each jurisdiction, entered by an administrator. Where none is entered, the page says so."""

    jurisdiction = models.OneToOneField(
        "accounts.Jurisdiction", on_delete=models.CASCADE, related_name="+", verbose_name=_("country")
    )
    name = models.CharField(_("name"), max_length=160)
    reached_by = models.CharField(_("reached by"), max_length=200, help_text=_("Telephone, address or room"))
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    locale = models.CharField(_("language of these words"), max_length=10, choices=settings.LANGUAGES, default="en")

    class Meta:
        ordering = ("jurisdiction",)
        verbose_name = _("support line")
        verbose_name_plural = _("support lines")

    def __str__(self) -> str:
        return f"{self.jurisdiction_id}: {self.name}"
