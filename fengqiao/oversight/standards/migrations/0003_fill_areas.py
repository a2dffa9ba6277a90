"""Judgements kept before rights came find the areas that they speak of, by the codes of their day."""

from django.db import migrations
from django.db.models import Q

STEP = 4  # characters of a path for each level of the tree
BATCH = 500


def fill(apps, schema_editor):
    Judgement = apps.get_model("standards", "Judgement")
    for kept in Judgement.objects.filter(area=None).only("pk", "on").iterator():
        _fill_one(apps, kept)


def _fill_one(apps, kept):
    JudgedOffice = apps.get_model("standards", "JudgedOffice")
    AreaName = apps.get_model("areas", "AreaName")
    Area = apps.get_model("areas", "Area")
    holds = Q(begins_on=None) | Q(begins_on__lte=kept.on)
    names = AreaName.objects.filter(holds, Q(ends_on=None) | Q(ends_on__gt=kept.on))
    names = names.filter(area__kind="office").values_list("code", "area_id", "area__path")
    areas = {code: (area, path) for code, area, path in names}
    rows = list(JudgedOffice.objects.filter(judgement=kept).only("pk", "code"))
    found = [row for row in rows if row.code in areas]
    for row in found:
        row.office_id = areas[row.code][0]
    JudgedOffice.objects.bulk_update(found, ["office"], batch_size=BATCH)
    paths = sorted(areas[row.code][1] for row in found) or [""]
    ends = range(len(paths[0]), 0, -STEP)
    shared = [paths[0][:end] for end in ends if paths[-1].startswith(paths[0][:end])]
    kept.area = Area.objects.filter(path__in=shared[:1]).first()
    kept.save(update_fields=["area"])


class Migration(migrations.Migration):
    dependencies = [("standards", "0002_areas")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
