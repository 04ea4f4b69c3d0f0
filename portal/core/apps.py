from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("Shared kernel")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # What follows an event below lives in the room that hears it; what a room does with a person's data, too,
        # and who may see a place in the navigation.
        autodiscover_modules("receivers", "privacy", "places")
