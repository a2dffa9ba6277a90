"""Rows as they stand in the database, read and written past the models: for data sets of millions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model, Q

Row = dict[str, Any]


def columns(model: type[Model]) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields]


def rows_of(model: type[Model], column: str, value: Any) -> list[Row]:
    """The rows of a table in which a column has the value, in the order of their keys."""
    names = columns(model)
    table, quoted = model._meta.db_table, ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {quoted} FROM {table} WHERE "{column}" = %s ORDER BY id',  # noqa: S608 - our names
            [value],
        )
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def write(model: type[Model], rows: Sequence[Row]) -> None:
    """All of them in one go; each with its key."""
    if not rows:
        return
    names = list(rows[0])
    quoted = ", ".join(f'"{name}"' for name in names)
    values = ([row[name] for name in names] for row in rows)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copied:
                for row in values:
                    copied.write_row(row)
        else:
            marks = ", ".join("?" for _ in names)
            statement = f"INSERT INTO {table} ({quoted}) VALUES ({marks})"  # noqa: S608
            cursor.connection.executemany(statement, values)


def in_haste() -> None:
    """What is written from now on may be lost with the machine: it is a throw-away database."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")


def next_key(model: type[Model]) -> int:
    newest: Any = model._base_manager.filter(~Q(pk=None)).order_by("-pk").first()
    return int(newest.pk) + 1 if newest else 1


def settle(models: Iterable[type[Model]]) -> None:
    """Series of keys go on behind what was written, and the planner knows the tables."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
