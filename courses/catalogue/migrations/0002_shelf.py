"""The root of the site and the shelf for courses in the source language; other languages grow when needed."""

import uuid

from django.db import migrations

SHELF_KEY = uuid.UUID("7d0f6b64-5a55-4a5e-9d0e-0c9a4b0f3c11")


def build(apps, schema_editor):
    page_model = apps.get_model("wagtailcore", "Page")
    shelf_model = apps.get_model("catalogue", "CatalogueIndexPage")
    content_types = apps.get_model("contenttypes", "ContentType")
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    if site is None or shelf_model.objects.exists():
        return
    root = page_model.objects.get(pk=site.root_page_id)
    root.title = root.draft_title = "Readmission Academy"
    root.numchild += 1
    root.save()
    kind, _created = content_types.objects.get_or_create(app_label="catalogue", model="catalogueindexpage")
    shelf_model.objects.create(
        title="Courses",
        draft_title="Courses",
        slug="courses",
        path=f"{root.path}{root.numchild:04d}",
        depth=root.depth + 1,
        numchild=0,
        url_path=f"{root.url_path}courses/",
        locale_id=root.locale_id,
        translation_key=SHELF_KEY,
        content_type=kind,
        live=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
