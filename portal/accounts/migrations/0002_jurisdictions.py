from django.db import migrations

from portal.accounts.engine import places


def add(apps, schema_editor):
    Jurisdiction = apps.get_model("accounts", "Jurisdiction")
    Jurisdiction.objects.bulk_create(
        Jurisdiction(code=code, name=name, kind=kind) for kind, names in places.ALL for code, name in names.items()
    )


def remove(apps, schema_editor):
    apps.get_model("accounts", "Jurisdiction").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
