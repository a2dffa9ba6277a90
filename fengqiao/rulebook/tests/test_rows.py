from collections.abc import Callable

import pytest

from fengqiao.rulebook.functions import table_of
from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.rows import Evidence, rows_behind
from fengqiao.rulebook.tables import Tables

STAFF = [
    {"name": "甲", "category": "专职社工", "post": "社区矫正", "trained": True},
    {"name": "乙", "category": "警辅", "post": "社区矫正", "trained": False},
    {"name": "丙", "category": "专职调解员"},
    {"name": "丁", "category": "其他", "post": "综合"},
    {"name": "戊", "category": "专职调解员", "office": "002"},
]
BEHIND = {
    "sw_correction": {"甲", "乙"},
    "mediators": {"丙"},
    "staff_total": {"甲", "乙", "丙"},
    "trained": {"甲", "乙", "丙"},
    "directors_qualified": set(),
}


@pytest.mark.parametrize("fact", BEHIND)
def test_the_rows_behind_a_fact_are_those_that_it_counts(
    fact: str, edition: Edition, tables: Callable[..., Tables]
) -> None:
    given = tables(staff=STAFF)
    rows = rows_behind(edition, fact, given, "001")
    assert rows is not None
    assert set(rows["name"]) == BEHIND[fact]
    value = judge(edition, given).office("001").facts[fact]
    assert len(rows) == (value.value if value.among is None else value.among)
    assert table_of(fact, edition.facts) == "staff"


def test_behind_a_column_stands_the_office_itself(
    edition: Edition, tables: Callable[..., Tables]
) -> None:
    rows = rows_behind(edition, "floor_area", tables({"floor_area": 9.5}), "001")
    assert rows is not None
    assert rows["floor_area"].to_list() == [9.5]


def test_there_are_no_rows_where_the_table_was_not_given(
    edition: Edition, tables: Callable[..., Tables]
) -> None:
    assert rows_behind(edition, "mediators", tables(), "001") is None
    assert rows_behind(edition, "staff_total", tables(), "001") is None


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        ("001", "002", ["001", "002"]),
        ("001", "001", ["001"]),
        ("0", "0", []),
        ("0011", "9", ["002"]),
    ],
)
def test_of_a_stretch_of_offices_the_same_rows_are_opened(
    first: str, last: str, codes: list[str], edition: Edition, tables: Callable[..., Tables]
) -> None:
    given = tables(staff=STAFF)
    found = Evidence(edition, given).between(first, last)
    assert sorted(found) == codes
    for code, facts in found.items():
        for name, rows in facts.items():
            behind = rows_behind(edition, name, given, code)
            assert behind is not None
            assert rows == behind.drop("office").to_dicts()
