from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.tables import SCHEMAS, Tables

DAY = date(2021, 12, 31)
Rows = list[dict[str, Any]]


@pytest.fixture
def edition() -> Edition:
    return load("taizhou-2021").edition_on(DAY)


@pytest.fixture
def tables() -> Callable[..., Tables]:
    """Tables of one office, `001`, unless rows say otherwise; a table without rows is not given."""

    def _tables(*offices: dict[str, Any], on: date = DAY, **rows: Rows) -> Tables:
        base = {"code": "001", "name": "甲所", "district": "海陵区", "kind": "乡镇"}
        frames: dict[str, Any] = {
            name: _frame(name, [{"office": "001"} | row for row in given])
            for name, given in rows.items()
        }
        full = [base | office for office in offices or ({},)]
        return Tables(on=on, offices=_frame("offices", full), **frames)

    return _tables


def _frame(table: str, rows: Rows) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={name: TYPES[kind] for name, kind in SCHEMAS[table].items()})


SECTIONS = 'sections: {"1": 一节}'
LITTLE = {
    "pack.yaml": """
format: 1
id: little
title: 小标准
unit: 司法所
document: {title: 小文件, issuer: 某局, issued_on: 2021-01-01, place: 某市}
editions: [{id: "2021", from: 2021-01-01, file: edition.yaml}]
""",
    "edition.yaml": """
wordings: {plain: {met: 好, unmet: 不好, unknown: 不明}}
""",
}


@pytest.fixture
def little(tmp_path: Path) -> Callable[..., Edition]:
    """An edition with these facts and items (YAML), and no more than a pack must have."""

    def _little(written: str, sections: str = SECTIONS) -> Edition:
        more = {"pack.yaml": "", "edition.yaml": f"{sections}\n{written}"}
        for name, text in LITTLE.items():
            (tmp_path / name).write_text(text + more[name], encoding="utf-8")
        return load(tmp_path).edition_on(DAY)

    return _little
