from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from portal.core.english import speak_english_where_nothing_is_translated


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("Shared kernel")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        speak_english_where_nothing_is_translated()
        # What follows an event below lives in the room that hears it; what a room does with a person's data, too,
        # and who may see a place in the navigation.
        autodiscover_modules("receivers", "privacy", "places")
