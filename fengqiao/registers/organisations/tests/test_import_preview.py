"""What a preview says plainly: who would end in which office, and which offices are not named."""

from datetime import date

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.importer.roster import plan_roster
from fengqiao.registers.organisations.models import Staff
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in
from fengqiao.rulebook import roster

pytestmark = pytest.mark.django_db

DAY, LATER = date(2022, 1, 1), date(2024, 6, 1)
EAST = OFFICE["code"]
WEST = OFFICE | {"code": "2", "name": "城西司法所", "division": "321202002"}
FAR = OFFICE | {"code": "3", "name": "野徐司法所", "district": "高港区", "division": "321203003"}


def person(office, name):
    return {"office": office, "name": name, "category": "警辅", "joined_on": None}


@pytest.fixture
def known():
    staff = [person(EAST, name) for name in "甲乙丙丁"] + [person("2", "戊"), person("3", "己")]
    rooms = [{"office": EAST, "room": "依法治理室"}]
    take_in(roster_of(offices=[OFFICE, WEST, FAR], staff=staff, rooms=rooms), DAY)


def planned(tmp_path, by=None, **sheets):
    path = book_of(tmp_path, **sheets)
    return plan_roster(path, name=path.name, on=LATER, skip_bad_rows=False, by=by)


def sections(tmp_path, by=None, **sheets):
    return {section.title: section for section in planned(tmp_path, by, **sheets).sections}


def test_of_each_office_is_said_how_many_end_of_how_many(known, tmp_path):
    staff = [person(EAST, "甲"), person(EAST, "新来的")]
    found = sections(tmp_path, offices=[OFFICE, WEST], staff=staff)
    assert found["停止 人员"].tally == [
        ["城东街道司法所", "4", "3", "1", "2"],
        ["城西司法所", "1", "1", "0", "0"],
    ]
    assert found["新增 人员"].tally == ()


def totals(tmp_path, **sheets):
    path = book_of(tmp_path, **sheets)
    plan = plan_roster(path, name=path.name, on=LATER, skip_bad_rows=True, by=None)
    return {
        one.title: (one.new, one.changed, one.ended, one.left_out, one.same) for one in plan.totals
    }


def test_totals_say_what_becomes_of_the_rows_of_each_sheet(known, tmp_path):
    offices = [
        OFFICE | {"name": "新名"},
        WEST,
        WEST | {"code": "9", "division": "321202009"},
        FAR | {"kind": "乡"},
    ]
    staff = [person(EAST, "甲"), person(EAST, "新来的"), person("2", "戊") | {"category": "其他"}]
    rooms = [{"office": EAST, "room": "依法治理室"}, {"office": EAST, "room": "依法治理室"}]
    assert totals(tmp_path, offices=offices, staff=staff, rooms=rooms) == {
        "司法所": (1, 1, 0, 1, 1),
        "人员": (1, 1, 3, 0, 1),
        "功能区": (0, 0, 0, 0, 1),
    }


def test_a_sheet_that_is_not_there_has_no_total(known, tmp_path):
    assert totals(tmp_path, staff=[person(EAST, name) for name in "甲乙丙丁"]) == {
        "人员": (0, 0, 0, 0, 4)
    }


def test_lines_are_in_the_order_of_the_offices(known, tmp_path):
    offices = [one | {"kind": "乡镇"} for one in (FAR, WEST, OFFICE)]
    rows = sections(tmp_path, offices=offices)["变更 司法所"].rows
    assert [row[0] for row in rows] == ["城西司法所", "野徐司法所", "城东街道司法所"]


def test_who_had_left_already_is_counted_nowhere(known, tmp_path):
    actions.leave_staff(person=Staff.objects.get(name="乙"), on=date(2023, 1, 1), by=None)
    found = sections(tmp_path, offices=[OFFICE], staff=[person(EAST, "甲")])
    assert found["停止 人员"].tally == [["城东街道司法所", "3", "2", "0", "1"]]


def test_whose_role_ends_with_it_is_said_before(known, tmp_path):
    staff = Staff.objects.get(name="甲")
    account = User.objects.create_user("jia", name="甲")
    account.grants.create(role=Role.ASSISTANT, area=staff.office, begins_on=DAY)
    actions.bind_account(
        person=staff, account=account, by=User.objects.create_user("boss", name="秦若兰")
    )
    told = "随名册停止角色的账号"
    assert told not in sections(tmp_path, offices=[OFFICE], staff=[person(EAST, "甲")])
    found = sections(tmp_path, offices=[OFFICE], staff=[person(EAST, "乙")])
    assert found[told].rows == [[str(staff.office), "甲", "司法助理员"]]
    assert "甲的账号角色" in planned(tmp_path, offices=[OFFICE], staff=[person(EAST, "乙")]).caution
    assert not planned(tmp_path, offices=[OFFICE], staff=[person(EAST, "甲")]).caution


def test_an_office_that_the_file_does_not_name_stays_and_is_said_to_stay(known, tmp_path):
    found = sections(tmp_path, offices=[OFFICE], staff=[person(EAST, name) for name in "甲乙丙丁"])
    stays = found["名册没有列出的司法所,保持原样"]
    assert (stays.rows, stays.is_change, stays.ends) == (
        [["城西司法所", "2", "海陵区"]],
        False,
        False,
    )


def test_only_what_one_sees_is_said_to_stay(known, tmp_path):
    district = AreaName.objects.of_kinds([AreaKind.DISTRICT]).get(name="海陵区").area
    user = User.objects.create_user("hailing", name="沈明远")
    user.grants.create(role=Role.DISTRICT_BUREAU, area=district, begins_on=DAY)
    found = sections(tmp_path, by=user, offices=[OFFICE | {"name": "新名"}])
    assert [row[1] for row in found["名册没有列出的司法所,保持原样"].rows] == ["2"]


@pytest.mark.parametrize("sheet", ["offices", "staff"])
def test_a_file_that_names_all_or_has_no_sheet_of_offices_says_nothing_of_it(
    known, tmp_path, sheet
):
    rows = {"offices": [OFFICE, WEST, FAR], "staff": [person(EAST, "甲")]}
    assert "名册没有列出的司法所,保持原样" not in sections(tmp_path, **{sheet: rows[sheet]})


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("staff", {"name": "张三", "category": "警辅"}),
        ("rooms", {"room": "依法治理室"}),
        ("equipment", {"kind": "交通工具", "quantity": 1}),
        ("facts", {"fact": "a", "value": 1}),
    ],
)
def test_a_row_of_an_office_that_is_nowhere_is_a_fault(known, tmp_path, sheet, row):
    path = book_of(tmp_path, offices=[OFFICE], **{sheet: [{"office": "x"} | row]})
    with pytest.raises(InputRefused) as imported:
        plan_roster(path, name=path.name, on=LATER, skip_bad_rows=False, by=None)
    with pytest.raises(InputRefused) as judged:
        roster.read(path)
    for refused, expected in ((imported, "或已登记的编码"), (judged, "表里的编码")):
        (fault,) = refused.value.faults
        assert (fault.row, fault.column, fault.found) == (2, "司法所编码", "x")
        assert fault.expected.endswith(expected)
