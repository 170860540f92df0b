"""Lay the one row of the counter of changes, so that the first two publications cannot both make it."""

from django.db import migrations


def lay(apps, schema_editor):
    apps.get_model("summaries", "Counter").objects.get_or_create(id=1, defaults={"change_seq": 0})


class Migration(migrations.Migration):
    dependencies = [("summaries", "0001_initial")]

    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]
