from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from portal.law import services


@receiver(post_migrate, dispatch_uid="law.fill_register")
def fill_register(sender: AppConfig, **kwargs: Any) -> None:
    """Every migrated database knows the register; a migration backwards has no table to fill."""
    state = kwargs.get("apps") or apps
    if sender.label == "law" and "provisionversion" in state.all_models["law"]:
        services.fill_register(services.read_register())
