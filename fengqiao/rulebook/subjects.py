"""Standards that judge not the office but a kind of 对象 in it: its advisers, its villages.

Such a pack names the kind as its `unit`. Each 对象 that the sheet 事实 names for an office becomes a
row of its own, with the office's own rows beside it, so that nothing behind has to know.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import CODE, OFFICE, OFFICES, SUBJECT
from fengqiao.rulebook.conditions import mentioned
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.tables import SCHEMAS, Tables

TABLE, NAME = "facts", "fact"
BETWEEN = "\t"  # in a key of office and 对象; no cell of a roster holds one
LISTED = tuple(table for table in SCHEMAS if table not in ("offices", TABLE))


def judges_subjects(unit: str) -> bool:
    """Whether a pack of this unit judges a kind of 对象 instead of offices."""
    return unit != OFFICES


def spread(edition: Edition, tables: Tables) -> Tables:
    """The tables with a row for each 对象, its key in the place of the office's.

    A row of 事实 that names no 对象 counts for none of them, unless the pack takes that fact from the
    office (`about: office`): then for all. InputRefused where no 对象 is named at all.
    """
    if not judges_subjects(edition.unit):
        return tables
    rows = _given(tables)
    keys = _keys(edition, rows, tables.offices)
    if keys.is_empty():
        raise InputRefused(
            f"“事实”表没有就本标准的事实写出对象,没有可以评定的{edition.unit}。请在“对象”一列写明每一行说的是谁。"
        )
    frames: dict[str, Any] = {
        table: _of_each(frame, keys)
        for table in LISTED
        if (frame := getattr(tables, table)) is not None
    }
    unlisted = {
        table: frozenset(keys.filter(pl.col(OFFICE).is_in(sorted(codes)))[CODE])
        for table, codes in tables.unlisted.items()
    }
    offices = tables.offices.rename({CODE: OFFICE}).join(keys, on=OFFICE)
    facts = _facts(edition, rows, keys)
    return replace(tables, offices=offices, facts=facts, unlisted=unlisted, **frames)


def named(edition: Edition, offices: pl.DataFrame) -> pl.DataFrame:
    """Rows of judged offices with office and 对象 apart again, for a pack that judges 对象."""
    if not judges_subjects(edition.unit):
        return offices
    parts = pl.col(CODE).str.split_exact(BETWEEN, 1)
    return offices.with_columns(
        parts.struct.field("field_0").alias(OFFICE), parts.struct.field("field_1").alias(SUBJECT)
    )


def _given(tables: Tables) -> pl.DataFrame:
    if tables.facts is None:
        return pl.DataFrame(schema={name: TYPES[kind] for name, kind in SCHEMAS[TABLE].items()})
    return tables.facts


def _keys(edition: Edition, rows: pl.DataFrame, offices: pl.DataFrame) -> pl.DataFrame:
    """Office, 对象 and their key; only of facts that the pack asks for, and of offices that are
    judged."""
    asked = {name for fact in edition.facts.values() for name in _names(fact)}
    about = pl.col(NAME).is_in(sorted(asked)) & pl.col(SUBJECT).is_not_null()
    found = rows.filter(about & pl.col(OFFICE).is_in(offices[CODE].to_list()))
    key = pl.concat_str(OFFICE, SUBJECT, separator=BETWEEN).alias(CODE)
    return found.select(OFFICE, SUBJECT).unique().with_columns(key)


def _names(fact: Fact) -> Iterator[str]:
    """What the sheet may call a fact that is counted or taken from it for one 对象."""
    if fact.how == "given":
        if not _of_office(fact):
            yield from _called(fact)
    elif isinstance(fact.spec, Mapping) and fact.spec.get("table") == TABLE:
        for part in ("where", "holds"):
            for _keys, column, value in mentioned(fact.spec.get(part, {})):
                if column == NAME:
                    yield from [value] if isinstance(value, str) else value


def _called(fact: Fact) -> tuple[str, ...]:
    return (fact.spec["named"],) if "named" in fact.spec else (fact.name, fact.label)


def _of_office(fact: Fact) -> bool:
    return fact.how == "given" and fact.spec.get("about") == "office"


def _of_each(rows: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """Each row of an office once for each of its 对象."""
    beside = keys.select(OFFICE, CODE)
    return rows.join(beside, on=OFFICE).drop(OFFICE).rename({CODE: OFFICE})


def _facts(edition: Edition, rows: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    shared = [name for fact in edition.facts.values() if _of_office(fact) for name in _called(fact)]
    own = rows.join(keys, on=[OFFICE, SUBJECT]).drop(OFFICE).rename({CODE: OFFICE})
    whole = rows.filter(pl.col(SUBJECT).is_null() & pl.col(NAME).is_in(shared))
    return pl.concat([own.select(rows.columns), _of_each(whole, keys).select(rows.columns)])
