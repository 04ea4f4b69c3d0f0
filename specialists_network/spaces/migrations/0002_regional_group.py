"""The one space of the network: the Regional Group. One endorser at first."""

from django.db import migrations


def open_space(apps, schema_editor):
    apps.get_model("spaces", "Space").objects.get_or_create(
        key="regional-group", defaults={"name": "Regional Group of Readmission Specialists", "endorsers_needed": 1}
    )


class Migration(migrations.Migration):
    dependencies = [("spaces", "0001_initial")]
    operations = [migrations.RunPython(open_space, migrations.RunPython.noop)]
