"""The workbook of faulty rows, mended and uploaded again, is only a part of a roster."""

from datetime import date
from pathlib import Path

import pytest

from fengqiao.registers.organisations.importer.roster import ROSTER
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in
from fengqiao.rulebook.roster.tests.making import person, roster

pytestmark = pytest.mark.django_db
ON = date(2022, 12, 31)
AT_WORK = {"office": OFFICE["code"], "name": "张三", "category": "警辅", "joined_on": None}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A roster with one good and one bad person of an office that is known."""
    take_in(roster_of(offices=[OFFICE], staff=[AT_WORK]), date(2021, 12, 31))
    return roster(tmp_path / "a.xlsx", 人员=[person(), person(姓名="李四", 学历="博土")])


def test_it_is_told_as_a_part_of_a_roster(wrong: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    ROSTER.faulty_rows(wrong, again, on=ON, by=None)
    plan = ROSTER.plan(again, name="again.xlsx", on=ON, skip_bad_rows=True, by=None)
    assert "错误行" in plan.caution


def test_a_whole_roster_is_not(wrong: Path) -> None:
    assert ROSTER.plan(wrong, name="a.xlsx", on=ON, skip_bad_rows=True, by=None).caution == ""
