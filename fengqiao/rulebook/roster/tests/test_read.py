"""A roster is taken in as formats say; what is wrong is listed and the whole refused."""

from datetime import date

import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.tests.making import workbook
from fengqiao.rulebook.roster import read

from .making import EQUIPMENT, OFFICE, ROOM, office, person, roster, rows


@pytest.fixture
def path(tmp_path):
    return tmp_path / "名册.xlsx"


def faults(path, **options):
    """Sheet, row, column and found value of every fault with which a roster is refused."""
    with pytest.raises(InputRefused) as refusal:
        read(path, **options)
    return [(fault.sheet, fault.row, fault.column, fault.found) for fault in refusal.value.faults]


def test_a_good_roster_gives_typed_rows(path):
    sheets = read(roster(path, 人员=[person()])).sheets
    assert list(sheets) == ["offices", "staff"]
    (record,) = sheets["offices"].records()
    assert record["code"] == "321202001"
    assert record["floor_area"] == 320.5
    assert record["correction_persons"] == 15
    assert record["independent"] is True
    assert sheets["staff"].rows == [2]
    assert sheets["staff"].column("joined_on") == [date(2018, 5, 1)]


def test_columns_that_the_file_lacks_can_be_told_from_blank_cells(path):
    staff = read(roster(path, 人员=[person(岗位=None)])).sheets["staff"]
    assert "post" in staff.columns
    assert staff.column("post") == [None]
    assert "party" not in staff.columns
    assert staff.column("party") == [None]


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("业务用房面积", -1, "-1"),
        ("业务用房面积", 100_000.5, "100000.5"),
        ("社区矫正对象数", 12.5, "12.5"),
        ("社区矫正对象数", "inf", "inf"),
        ("常住人口", -3, "-3"),
        ("群众满意度", 104, "104"),
        ("群众满意度", "95%", "95%"),
        ("用房相对独立", "也许", "也许"),
        ("类型", "县", "县"),
        ("分类", "特大型", "特大型"),
        ("区划代码", "321202", "321202"),
        ("名称", None, ""),
        ("编码", "  ", ""),
    ],
)
def test_a_cell_that_makes_no_sense_is_a_fault(path, column, value, found):
    assert faults(roster(path, 司法所=[OFFICE | {column: value}])) == [("司法所", 2, column, found)]


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("司法所编码", "999", "999"),
        ("人员类别", "公务员", "公务员"),
        ("岗位", "会计", "会计"),
        ("学历", "初中", "初中"),
        ("入职日期", "2021-02-30", "2021-02-30"),
        ("离职日期", "2017-01-01", "2017-01-01"),
        ("政治面貌", "群众", "群众"),
    ],
)
def test_a_person_that_makes_no_sense_is_a_fault(path, column, value, found):
    people = [person(**{column: value})]
    assert faults(roster(path, 人员=people)) == [("人员", 2, column, found)]


def test_every_fault_of_every_sheet_is_listed_in_order(path):
    found = faults(
        roster(
            path,
            司法所=[office(业务用房面积=-1, 群众满意度=104), office(编码="2", 类型="县")],
            功能区=[ROOM | {"功能区": "会议室"}],
            设备=[EQUIPMENT | {"数量": 0.5}, EQUIPMENT | {"设备类别": "桌子", "数量": -1}],
        )
    )
    assert [place[:3] for place in found] == [
        ("司法所", 2, "业务用房面积"),
        ("司法所", 2, "群众满意度"),
        ("司法所", 3, "类型"),
        ("功能区", 2, "功能区"),
        ("设备", 2, "数量"),
        ("设备", 3, "设备类别"),
        ("设备", 3, "数量"),
    ]


def test_a_repeated_code_is_a_fault_of_the_later_rows(path):
    found = faults(roster(path, 司法所=[office(), office(), office(编码="2"), office()]))
    assert [place[1] for place in found] == [3, 5]


def test_the_same_person_again_is_a_fault(path):
    again = [person(), person(岗位="综合"), person(入职日期="2020-01-01"), person(姓名="李四")]
    assert faults(roster(path, 人员=again)) == [("人员", 3, "姓名", "王\u9f98")]


def test_a_person_is_the_same_also_without_a_first_day(path):
    again = [person(入职日期=None), person(入职日期=None)]
    assert len(faults(roster(path, 人员=again))) == 1


def test_one_name_in_two_offices_is_two_persons(path):
    offices = [office(), office(编码="2")]
    people = [person(), person(司法所编码="2")]
    assert len(read(roster(path, 司法所=offices, 人员=people)).sheets["staff"]) == 2


def test_a_missing_required_column_is_a_fault_of_the_sheet(path):
    bare = {key: value for key, value in OFFICE.items() if key != "区划代码"}
    assert faults(roster(path, 司法所=[bare])) == [("司法所", 0, "区划代码", "")]


def test_a_missing_code_column_does_not_make_every_person_an_orphan(path):
    bare = {key: value for key, value in OFFICE.items() if key != "编码"}
    assert faults(roster(path, 司法所=[bare], 人员=[person()])) == [("司法所", 0, "编码", "")]


def test_a_header_that_stands_twice_is_a_fault(path):
    twice = workbook(path, 司法所=[[*row, row[0]] for row in rows([OFFICE])])
    assert faults(twice) == [("司法所", 1, "编码", "")]


def test_headers_are_found_below_a_title_with_the_rows_of_the_file(path):
    table = rows([office(类型="县")])
    title = workbook(path, 司法所=[["泰州市司法所名册"], ["2021年12月"], [], *table])
    assert faults(title) == [("司法所", 5, "类型", "县")]


def test_a_header_below_a_title_is_a_warning(path):
    table = rows([office()])
    roster = read(workbook(path, 司法所=[["泰州市司法所名册"], *table]))
    assert [(note.sheet, note.row) for note in roster.warnings] == [("司法所", 2)]
    assert roster.sheets["offices"].rows == [3]


def test_a_sheet_without_a_header_is_a_fault(path):
    assert faults(workbook(path, 司法所=rows([OFFICE]), 人员=[["甲", "乙"]])) == [
        ("人员", 0, "", "")
    ]


def test_headers_may_carry_stars_wide_brackets_and_spaces(path):
    headers, *records = rows([office()])
    odd = [f" {header.replace('(', chr(0xFF08))}*" for header in headers]
    assert len(read(workbook(path, **{" 司法所 ": [odd, *records]})).sheets["offices"]) == 1


def test_further_sheets_and_columns_are_warnings(path):
    roster_file = workbook(path, 司法所=rows([office(电话="1")]), 说明=[["请填写"]])
    warnings = read(roster_file).warnings
    assert [(note.sheet, note.column) for note in warnings] == [("司法所", "电话"), ("说明", "")]


def test_two_sheets_of_one_name_are_a_fault(path):
    table = rows([office()])
    assert faults(workbook(path, 司法所=table, **{"司 法所": table})) == [("司 法所", 0, "", "")]


def test_empty_rows_between_are_no_rows(path):
    header, first, second = rows([office(), office(编码="2")])
    sparse = [header, [], first, ["", " ", None, "\u3000"], second]
    assert read(workbook(path, 司法所=sparse)).sheets["offices"].rows == [3, 5]


def test_a_room_listed_twice_is_a_warning(path):
    roster_read = read(roster(path, 功能区=[ROOM, ROOM]))
    assert [note.row for note in roster_read.warnings] == [3]


def test_codes_and_flags_may_arrive_as_numbers_and_booleans(path):
    numeric = office(编码=321202001, 区划代码=321202001000, 用房相对独立=True, 窗口化服务=0)
    roster_read = read(roster(path, 司法所=[numeric], 人员=[person(司法所编码=321202001.0)]))
    (record,) = roster_read.sheets["offices"].records()
    assert record["division"] == "321202001000"
    assert (record["independent"], record["counter_service"]) == (True, False)


def test_true_is_not_taken_for_the_number_one(path):
    people = [office(社区矫正对象数=1), office(编码="2", 社区矫正对象数=True)]
    assert faults(roster(path, 司法所=people)) == [("司法所", 3, "社区矫正对象数", "TRUE")]


def test_a_code_of_another_district_is_a_fault(path):
    def at(code, district, division):
        return office(编码=code, 市区=district, 区划代码=division)

    rows_of_two = [
        at("1", "海陵区", "321202001"),
        at("2", "海陵区", "321202002"),
        at("3", "泰兴市", "321283001"),
        at("4", "泰兴市", "321283002"),
    ]
    wrong = at("5", "海陵区", "321283003")
    found = faults(roster(path, 司法所=[*rows_of_two, wrong, at("6", "海陵区", "321202003")]))
    assert found == [("司法所", 6, "区划代码", "321283003")]


def test_a_district_may_have_two_codes_of_its_own(path):
    merged = [
        office(编码=str(number), 区划代码=code)
        for number, code in enumerate(["321203001", "321203002", "321271001", "321203003"])
    ]
    assert len(read(roster(path, 司法所=merged)).sheets["offices"]) == 4


def test_without_the_sheet_of_offices_nothing_is_judged(path):
    with pytest.raises(InputRefused, match="司法所"):
        read(workbook(path, 人员=rows([person()])))


def test_without_one_office_nothing_is_judged(path):
    with pytest.raises(InputRefused, match="没有一个"):
        read(workbook(path, 司法所=rows([OFFICE])[:1]))


def test_offices_known_elsewhere_need_no_sheet(path):
    people = workbook(path, 人员=rows([person()]))
    assert list(read(people, known_offices={"321202001"}).sheets) == ["staff"]
    assert faults(people, known_offices={"5"}) == [("人员", 2, "司法所编码", "321202001")]


def test_a_workbook_with_none_of_the_sheets_is_no_roster(path):
    with pytest.raises(InputRefused):
        read(workbook(path, 说明=[["a"]]), known_offices={"1"})


def test_a_sheet_of_offices_with_headers_alone_is_one_sentence(path):
    sheets = {"司法所": rows([office()])[:1], "人员": rows([person(), person(姓名="张三")])}
    workbook(path, **sheets)
    with pytest.raises(InputRefused, match="“司法所”表里没有一个司法所") as refusal:
        read(path)
    assert refusal.value.faults == []
    assert not refusal.value.of_rows


def test_whether_leaving_rows_out_would_help_is_known(path):
    with pytest.raises(InputRefused) as rows_alone:
        read(roster(path, 人员=[person(人员类别="x")]))
    assert rows_alone.value.of_rows
    bad = {key: cell for key, cell in person().items() if key != "姓名"}
    with pytest.raises(InputRefused) as header:
        read(roster(path, 人员=[bad, bad | {"人员类别": "x"}]))
    assert not header.value.of_rows
