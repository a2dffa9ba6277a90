"""The plain tables of one day that the judge gets from a roster."""

from datetime import date

import pytest

from fengqiao.rulebook.roster import read
from fengqiao.rulebook.tables import SCHEMAS

from .making import office, person, roster

DAY = date(2021, 12, 31)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "名册.xlsx"


@pytest.mark.parametrize(
    ("joined", "left", "employed"),
    [
        (None, None, True),
        ("2021-12-31", None, True),
        ("2022-01-01", None, False),
        (None, "2021-12-31", False),
        (None, "2022-01-01", True),
        ("2020-01-01", "2021-06-01", False),
    ],
)
def test_staff_are_those_employed_on_the_day(path, joined, left, employed):
    people = [person(入职日期=joined, 离职日期=left)]
    assert len(read(roster(path, 人员=people)).tables_on(DAY).staff) == employed


def test_a_sheet_that_is_absent_is_no_table(path):
    tables = read(roster(path)).tables_on(DAY)
    assert (tables.staff, tables.rooms, tables.equipment, tables.facts) == (None,) * 4


def test_tables_have_the_columns_and_types_of_the_schemas(path):
    tables = read(roster(path, 人员=[person()])).tables_on(DAY)
    assert tables.offices.columns == list(SCHEMAS["offices"])
    assert tables.staff.columns == list(SCHEMAS["staff"])


def test_missing_columns_are_named_but_not_those_whose_blank_has_a_meaning(path):
    bare = person()
    for header in ("岗位", "入职日期", "离职日期", "法学专业"):
        del bare[header]
    missing = read(roster(path, 人员=[bare])).tables_on(DAY).missing_columns
    staff = {column for table, column in missing if table == "staff"}
    assert {"law_degree", "trained", "degree"} <= staff
    assert not staff & {"post", "joined_on", "left_on"}


def test_blank_is_not_known(path):
    offices = (
        read(roster(path, 司法所=[office(用房相对独立=None, 社区矫正对象数="")]))
        .tables_on(DAY)
        .offices
    )
    assert offices["independent"].to_list() == [None]
    assert offices["correction_persons"].to_list() == [None]


def test_the_source_of_every_fact_is_the_file(path):
    tables = read(roster(path), file_name="泰州.xlsx").tables_on(DAY)
    source = tables.source_of("offices", "floor_area", "321202001")
    assert (source.kind, source.text, source.on) == ("reported", "名册 泰州.xlsx", DAY)


def test_facts_are_numbers_or_yes_and_no(path):
    fact = {"司法所编码": "321202001", "事实": "x", "期间起": "2021-01-01", "数值": "是"}
    facts = read(roster(path, 事实=[fact, fact | {"数值": 2.5}])).tables_on(DAY).facts
    assert facts["value"].to_list() == [1.0, 2.5]
