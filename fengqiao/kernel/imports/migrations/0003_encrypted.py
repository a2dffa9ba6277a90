"""Uploaded files, and what a preview quotes of them, stand encrypted from now on.

A file that is there is encrypted under a new name before its row names that; the old one belongs to no
row then and goes with the other strays. So a migration that is killed loses nothing.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations

import fengqiao.kernel.crypto.fields
from fengqiao.kernel.crypto import sealed_files
from fengqiao.kernel.crypto.values import is_sealed, seal

QUOTING = ("sections", "warnings", "faults")


def seal_columns(apps, schema_editor):
    """JSON as it stood becomes the same text, encrypted."""
    named = ", ".join(QUOTING)
    set_to = ", ".join(f"{column} = %s" for column in QUOTING)
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {named} FROM imports_import")
        for pk, *texts in cursor.fetchall():
            sealed = [
                text if is_sealed(text) else seal(text, f"imports_import.{column}")
                for column, text in zip(QUOTING, texts, strict=True)
            ]
            cursor.execute(f"UPDATE imports_import SET {set_to} WHERE id = %s", [*sealed, pk])


def seal_files(apps, schema_editor):
    """Of the workbooks of faulty rows too; what is lost already stays as it is."""
    uploads = Path(settings.HOME) / "uploads"
    for row in apps.get_model("imports", "Import").objects.exclude(file=""):
        old = Path(row.file)
        if not (uploads / old).exists():
            continue
        row.file = f"{old.stem}-e{old.suffix}"
        row.key = _sealed(uploads / old, uploads / row.file)
        made = uploads / f"{old.stem}.faulty.xlsx"
        if made.exists():
            row.faulty_rows_key = _sealed(made, uploads / f"{old.stem}-e.faulty.xlsx")
        row.save(update_fields=["file", "key", "faulty_rows_key"])


def _sealed(plain, target):
    with plain.open("rb") as source:
        return sealed_files.write(target, source)


class Migration(migrations.Migration):
    dependencies = [("imports", "0002_caution")]

    operations = [
        migrations.AddField(
            "import",
            "key",
            fengqiao.kernel.crypto.fields.SM4TextField(default="", editable=False),
        ),
        migrations.AddField(
            "import",
            "faulty_rows_key",
            fengqiao.kernel.crypto.fields.SM4TextField(default="", editable=False),
        ),
        *(
            migrations.AlterField(
                "import", column, fengqiao.kernel.crypto.fields.SM4JSONField(default=list)
            )
            for column in QUOTING
        ),
        migrations.RunPython(seal_columns, migrations.RunPython.noop),
        migrations.RunPython(seal_files, migrations.RunPython.noop),
    ]
