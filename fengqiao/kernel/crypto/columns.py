"""Which columns hold encrypted values and codes; known without the models, for start-up."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from fengqiao.kernel.crypto import lookups, values
from fengqiao.kernel.crypto.fields import SM4Field
from fengqiao.kernel.crypto.keys import Kind
from fengqiao.kernel.crypto.lookups import CodeField
from fengqiao.kernel.crypto.models import SealedColumn

KINDS: list[tuple[type[models.Field], Kind]] = [
    (SM4Field, Kind.ENCRYPTION),
    (CodeField, Kind.LOOKUP),
]


def kind_of(field: models.Field) -> Kind | None:
    return next((kind for kind_of, kind in KINDS if isinstance(field, kind_of)), None)


def sealed_models() -> Iterator[type[models.Model]]:
    """The models with such a column of their own."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and any(map(kind_of, own(model))):
            yield model


def own(model: type[models.Model]) -> list[models.Field]:
    return list(model._meta.local_concrete_fields)


def after_migrate(sender: Any, **kwargs: Any) -> None:
    """Note the columns that came, forget those that are no longer there."""
    for column in SealedColumn.objects.all():
        if not _exists(column):
            column.delete()
    for model in sealed_models():
        for field in own(model):
            if kind := kind_of(field):
                found = SealedColumn(
                    kind=kind, table=model._meta.db_table, column=str(field.column)
                )
                if _exists(found):
                    _note(found)


def _note(found: SealedColumn) -> None:
    SealedColumn.objects.update_or_create(
        table=found.table, column=found.column, defaults={"kind": found.kind}
    )


def _exists(column: SealedColumn) -> bool:
    with connection.cursor() as cursor:
        if column.table not in connection.introspection.table_names(cursor):
            return False
        described = connection.introspection.get_table_description(cursor, column.table)
    return column.column in {one.name for one in described}


def present(kind: str) -> list[SealedColumn]:
    """The columns of a kind that the database really has."""
    return [column for column in SealedColumn.objects.filter(kind=kind) if _exists(column)]


def uses(key_id: str) -> int:
    """How many values stand under a key."""
    begins = values.start(key_id) if key_id[0] == Kind.ENCRYPTION else lookups.start(key_id)
    return sum(_count(column, begins) for column in present(key_id[0]))


def any_value() -> bool:
    """Whether anything at all stands encrypted or as a code."""
    return any(_count(column, "", limit=1) for kind in Kind for column in present(kind))


def _count(column: SealedColumn, begins: str, limit: int | None = None) -> int:
    name = connection.ops.quote_name
    table, at = name(column.table), name(column.column)
    # The names are our own and quoted; there is no other way to ask without a model.
    inner = f"SELECT 1 FROM {table} WHERE {at} LIKE %s" + (f" LIMIT {limit}" if limit else "")  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({inner}) AS held", [f"{begins}%"])  # noqa: S608
        return int(cursor.fetchone()[0])
