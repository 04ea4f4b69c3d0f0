from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SyllabusConfig(AppConfig):
    name = "courses.syllabus"
    label = "syllabus"
    verbose_name = _("Syllabus")
    default_auto_field = "django.db.models.BigAutoField"
