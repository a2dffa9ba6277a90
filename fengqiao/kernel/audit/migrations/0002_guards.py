from django.db import migrations

from fengqiao.kernel.audit import guards


class Migration(migrations.Migration):
    """The triggers that keep the trail from being changed, in the words of each database."""

    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(guards.set_up, guards.take_down)]
