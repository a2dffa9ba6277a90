"""Encrypted columns live through what migrations do to tables."""

import pytest
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps

import fengqiao
import tests
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.fields import SM4JSONField, SM4TextField
from fengqiao.kernel.crypto.lookups import LookupField
from tests.drawer.models import SheetToken

pytestmark = pytest.mark.django_db(transaction=True)


def paper(*, table, **fields):
    """The model as it is after one migration or the next."""
    meta = type("Meta", (), {"app_label": "drawer", "db_table": table})
    members = {"Meta": meta, "__module__": "tests.drawer.models", **fields}
    with isolate_apps("tests.drawer"):
        return type("Paper", (models.Model,), members)


@pytest.fixture
def dropped():
    """The tables to be dropped at the end."""
    names = []
    yield names
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TABLE {name}")


def alter(change):
    with connection.schema_editor() as editor:
        change(editor)


def test_values_live_through_new_columns_and_new_names(dropped):
    before = paper(table="paper", said=SM4TextField())
    alter(lambda editor: editor.create_model(before))
    before.objects.create(said="原话")

    grown = paper(table="paper", said=SM4TextField(), more=SM4JSONField(default=dict))
    alter(lambda editor: editor.add_field(before, grown._meta.get_field("more")))
    [row] = grown.objects.all()
    assert (row.said, row.more) == ("原话", {})

    after = paper(
        table="sheet_of_paper",
        words=SM4TextField(place="paper.said", null=True),
        more=SM4JSONField(place="paper.more"),
    )
    old, new = grown._meta.get_field("said"), after._meta.get_field("words")
    alter(lambda editor: editor.alter_field(grown, old, new))
    alter(lambda editor: editor.alter_db_table(after, "paper", "sheet_of_paper"))
    dropped.append("sheet_of_paper")
    [row] = after.objects.all()
    assert (row.words, row.more) == ("原话", {})


@pytest.mark.parametrize(
    "field",
    [
        SM4TextField(null=True),
        SM4JSONField(default=dict, place="paper.said"),
        LookupField(source="phone", normalise=normalise.phone, domain="phone"),
        SheetToken._meta.get_field("code"),
    ],
)
def test_a_migration_can_write_the_field_down(field):
    written, imports = MigrationWriter.serialize(field)
    made = eval(written, {"fengqiao": fengqiao, "tests": tests})  # noqa: S307
    assert made.deconstruct()[1:] == field.deconstruct()[1:]
    assert any("crypto" in line for line in imports)
