from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetenciesConfig(AppConfig):
    name = "portal.competencies"
    label = "competencies"
    verbose_name = _("Competencies")
    default_auto_field = "django.db.models.BigAutoField"
