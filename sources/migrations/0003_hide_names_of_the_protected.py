"""Mark the names of parties that are protected already, and keep open parties of such a name out of print.

Names are compared letter by letter here; the next act on a protected party compares them as a reader would.
"""

from typing import Any

from django.db import migrations


def hide(apps: Any, schema_editor: Any) -> None:
    alias, source = apps.get_model("sources", "Alias"), apps.get_model("sources", "Source")
    alias.objects.filter(source__is_protected=True).update(is_hidden=True)
    for party in source.objects.filter(is_protected=True):
        named = source.objects.filter(is_protected=False, name__icontains=party.name)
        named.update(printed_as=party.public_label)


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_names_of_the_protected")]
    operations = [migrations.RunPython(hide, migrations.RunPython.noop)]
