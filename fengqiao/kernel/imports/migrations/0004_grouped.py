from django.db import migrations, models


def group(apps, schema_editor):
    """Faults and warnings that were kept one by one become groups of one."""
    Import = apps.get_model("imports", "Import")
    for staged in Import.objects.only("faults", "warnings").iterator(chunk_size=50):
        for name in ("faults", "warnings"):
            kept = getattr(staged, name)
            if isinstance(kept, list):
                setattr(staged, name, [_group(one) for one in kept])
        staged.save(update_fields=["faults", "warnings"])


def _group(told):
    one = told if isinstance(told, dict) else {"place": "", "sentence": str(told)}
    where = [[one["place"], 1]] if one["place"] else []
    return {
        "sentence": one["sentence"],
        "first": one["sentence"],
        "count": 1,
        "where": where,
        "places": [[one["place"], ""]],
        "more": 0,
    }


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0003_encrypted"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="of_rows",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="import",
            name="totals",
            field=models.JSONField(default=list),
        ),
        migrations.RunPython(group, migrations.RunPython.noop),
    ]
