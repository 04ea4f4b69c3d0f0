from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from portal.accounts.permissions import make_groups


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Wagtail's core is the last of its apps to be migrated, so images, documents and pages are all there.
        post_migrate.connect(make_groups, sender=apps.get_app_config("wagtailcore"), dispatch_uid="accounts.groups")
