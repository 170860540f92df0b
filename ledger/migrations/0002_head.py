"""Lay the one row of the head, so that the first two appends cannot both make it."""

from django.db import migrations


def lay(apps, schema_editor):
    apps.get_model("ledger", "Head").objects.get_or_create(id=1, defaults={"seq": 0, "hash": "0" * 64})


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]
