"""Rows that are left out on request, each of them named."""

import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.roster import read

from .making import OFFICE, ROOM, office, person, roster


@pytest.fixture
def path(tmp_path):
    return tmp_path / "名册.xlsx"


def left_out(roster):
    return [(fault.sheet, fault.row, fault.column) for fault in roster.left_out]


def test_bad_rows_are_left_out_and_named(path):
    people = [person(), person(姓名="李四", 岗位="会计", 学历="初中"), person(姓名="赵五")]
    roster_read = read(roster(path, 人员=people), skip_bad_rows=True)
    assert roster_read.sheets["staff"].rows == [2, 4]
    assert left_out(roster_read) == [("人员", 3, "岗位"), ("人员", 3, "学历")]


def test_what_hangs_on_an_office_that_is_left_out_goes_with_it(path):
    offices = [office(), office(编码="2", 业务用房面积=-1)]
    people = [person(), person(司法所编码="2")]
    rooms = [ROOM, ROOM | {"司法所编码": "2"}]
    roster_read = read(roster(path, 司法所=offices, 人员=people, 功能区=rooms), skip_bad_rows=True)
    assert left_out(roster_read) == [
        ("司法所", 3, "业务用房面积"),
        ("人员", 3, "司法所编码"),
        ("功能区", 3, "司法所编码"),
    ]
    assert "第3行" in roster_read.left_out[1].expected
    assert [len(sheet) for sheet in roster_read.sheets.values()] == [1, 1, 1]


def test_an_office_known_elsewhere_keeps_its_people(path):
    offices = [office(), office(编码="2", 业务用房面积=-1)]
    people = roster(path, 司法所=offices, 人员=[person(司法所编码="2")])
    roster_read = read(people, skip_bad_rows=True, known_offices={"2"})
    assert len(roster_read.sheets["staff"]) == 1


def test_of_a_repeated_office_the_first_row_stands(path):
    offices = [office(名称="甲"), office(名称="乙")]
    roster_read = read(roster(path, 司法所=offices, 人员=[person()]), skip_bad_rows=True)
    assert roster_read.sheets["offices"].column("name") == ["甲"]
    assert len(roster_read.sheets["staff"]) == 1


def test_a_missing_column_cannot_be_skipped(path):
    bare = {key: value for key, value in OFFICE.items() if key != "类型"}
    with pytest.raises(InputRefused):
        read(roster(path, 司法所=[bare]), skip_bad_rows=True)


def test_when_no_office_is_left_the_roster_is_refused_with_the_reasons(path):
    with pytest.raises(InputRefused, match="没有一个") as refusal:
        read(roster(path, 司法所=[office(类型="县")]), skip_bad_rows=True)
    assert [fault.column for fault in refusal.value.faults] == ["类型"]
