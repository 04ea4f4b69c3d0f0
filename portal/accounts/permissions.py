"""Groups for what Wagtail checks: who reaches the editor and what may be done there."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions

EDIT_PAGES = ("add_page", "change_page", "publish_page")
TRANSLATE_PAGES = ("change_page",)
EDIT_LIBRARY = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
CHOOSE_FROM_LIBRARY = ("choose_image", "choose_document")
# Group, permissions on every page, permissions on the library, permissions without a place.
GROUPS = (
    ("Authors", EDIT_PAGES, EDIT_LIBRARY, ("access_admin", "submit_translation")),
    ("Translators", TRANSLATE_PAGES, CHOOSE_FROM_LIBRARY, ("access_admin", "submit_translation")),
    (
        "Administrators",
        (*EDIT_PAGES, "lock_page", "unlock_page", "bulk_delete_page"),
        (*EDIT_LIBRARY, "delete_image", "delete_document"),
        ("access_admin", "submit_translation", "view_entry"),
    ),
)


def make_groups(app_config: AppConfig, **kwargs: Any) -> None:
    """After every migrate, so that a permission that a library adds later is there too; repeating changes nothing."""
    create_permissions(app_config, verbosity=0)
    group_model = apps.get_model("auth", "Group")
    for name, on_pages, on_library, elsewhere in GROUPS:
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(elsewhere))
        _allow_pages(group, on_pages)
        _allow_library(group, on_library)


def _permissions(codenames: tuple[str, ...]) -> Any:
    return apps.get_model("auth", "Permission").objects.filter(codename__in=codenames)


def _allow_pages(group: Any, codenames: tuple[str, ...]) -> None:
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    for permission in _permissions(codenames).filter(content_type__app_label="wagtailcore") if root else ():
        group.page_permissions.get_or_create(page=root, permission=permission)


def _allow_library(group: Any, codenames: tuple[str, ...]) -> None:
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    for permission in _permissions(codenames) if root else ():
        group.collection_permissions.get_or_create(collection=root, permission=permission)
