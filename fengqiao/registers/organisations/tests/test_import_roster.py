"""What taking in a roster means, case by case (the format's "Taken into the database")."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fengqiao.conftest import Cast
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.imports.registry import SHOWN
from fengqiao.lib.faults import Fault
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.importer.changes import Act, Change
from fengqiao.registers.organisations.importer.plan import make_plan
from fengqiao.registers.organisations.importer.sections import sections_of
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeFact,
    OfficeRecord,
    Room,
    Staff,
    StaffRecord,
)
from fengqiao.registers.organisations.tables import tables_on
from fengqiao.registers.organisations.tests.rosters import (
    OFFICE,
    plain,
    roster_of,
    take_in,
)

pytestmark = pytest.mark.django_db

BEFORE, FIRST, SECOND = date(2020, 12, 31), date(2021, 12, 31), date(2022, 12, 31)
CODE = OFFICE["code"]
PERSON = {"office": CODE, "name": "张三", "category": "警辅", "post": "所长", "joined_on": None}
ROOM = {"office": CODE, "room": "依法治理室"}


def told(changes: list[Change]) -> list[tuple[str, ...]]:
    return [
        (line.act, line.item or line.office, line.field, line.old, line.new) for line in changes
    ]


def names_at_work(day: date) -> list[str]:
    return sorted(row.staff.name for row in StaffRecord.objects.employed_on(day))


def test_a_roster_is_one_act_with_its_counts() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON, PERSON | {"name": "李四"}]), FIRST)
    entry = Entry.objects.get()
    assert (entry.act, entry.label) == ("organisations.imported", str(entry.area))
    kept = json.loads(entry.payload.body)
    assert kept["counts"]["人员情况"] == 2
    assert kept["on"] == FIRST.isoformat()
    assert "张三" not in entry.payload.body


def test_the_first_roster_is_told_as_new_and_the_same_again_as_nothing() -> None:
    roster = roster_of(offices=[OFFICE | {"floor_area": 260.4}], staff=[PERSON], rooms=[ROOM])
    assert told(take_in(roster, FIRST)) == [
        (Act.NEW, "城东街道司法所", "", "", ""),
        (Act.NEW, "张三", "", "", ""),
        (Act.NEW, "依法治理室", "", "", ""),
    ]
    assert take_in(roster, FIRST) == []
    assert take_in(roster, SECOND) == []


def test_a_changed_value_gets_a_new_row_and_the_old_one_stays() -> None:
    take_in(roster_of(offices=[OFFICE | {"floor_area": 260.4}]), FIRST)
    changes = take_in(roster_of("二.xlsx", offices=[OFFICE | {"floor_area": 300.0}]), SECOND)
    assert told(changes) == [(Act.CHANGED, "城东街道司法所", "业务用房面积", "260.4", "300")]
    values = [OfficeFact.objects.on(day).get() for day in (FIRST, SECOND)]
    assert [(row.value, row.source) for row in values] == [
        (260.4, "名册 名册.xlsx"),
        (300.0, "名册 二.xlsx"),
    ]


def test_what_the_lists_no_longer_name_ends_and_is_not_deleted() -> None:
    machine = {"office": CODE, "kind": "交通工具", "quantity": 1}
    lists: dict[str, Any] = {"staff": [PERSON], "rooms": [ROOM], "equipment": [machine]}
    take_in(roster_of(offices=[OFFICE], **lists), FIRST)
    changes = take_in(roster_of(offices=[OFFICE], staff=[], rooms=[], equipment=[]), SECOND)
    assert told(changes) == [
        (Act.ENDED, "张三", "", "", ""),
        (Act.ENDED, "依法治理室", "", "", ""),
        (Act.ENDED, "交通工具", "", "", ""),
    ]
    assert (names_at_work(FIRST), names_at_work(SECOND)) == (["张三"], [])
    assert [model.objects.count() for model in (StaffRecord, Room, Equipment)] == [1, 1, 1]


def test_what_ends_is_marked_in_the_preview_and_nothing_else_is() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON], rooms=[ROOM]), FIRST)
    wider = OFFICE | {"floor_area": 300.0}
    plan = make_plan(roster_of(offices=[wider], staff=[], rooms=[ROOM]), SECOND)
    marked = [(section.title, section.ends) for section in sections_of(plan.changes)]
    assert marked == [("停止 人员", True), ("变更 司法所", False)]


def test_who_had_left_already_is_not_told_as_ended() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON]), FIRST)
    actions.leave_staff(person=Staff.objects.get(), on=date(2022, 6, 1), by=None)
    assert take_in(roster_of(offices=[OFFICE], staff=[]), SECOND) == []
    assert names_at_work(SECOND) == []


def test_a_sheet_that_is_absent_leaves_its_kind_untouched() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON], rooms=[ROOM]), FIRST)
    assert take_in(roster_of(offices=[OFFICE]), SECOND) == []
    assert names_at_work(SECOND) == ["张三"]


def test_a_blank_cell_leaves_the_value_and_is_listed() -> None:
    known = OFFICE | {"size": "小型", "gdp": 1.5}
    take_in(roster_of(offices=[known], staff=[PERSON]), FIRST)
    blank = roster_of(
        offices=[OFFICE | {"size": None, "gdp": None}], staff=[PERSON | {"post": None}]
    )
    changes = take_in(blank, SECOND)
    assert told(changes) == [
        (Act.KEPT, "城东街道司法所", "分类", "小型", ""),
        (Act.KEPT, "城东街道司法所", "地区生产总值", "1.5", ""),
        (Act.KEPT, "张三", "岗位", "所长", ""),
    ]
    assert not any(section.is_change for section in sections_of(changes))


def test_a_list_is_complete_for_listed_and_for_mentioned_offices_only() -> None:
    offices = [OFFICE | {"code": code} for code in ("1", "2", "3")]
    staff = [PERSON | {"office": code} for code in ("1", "2", "3")]
    take_in(roster_of(offices=offices, staff=staff), FIRST)
    changed = [PERSON | {"office": "2", "name": "李四"}]
    take_in(roster_of(offices=offices[:1], staff=changed), SECOND)
    at_work = StaffRecord.objects.employed_on(SECOND).values_list("staff__name", flat=True)
    codes = {"2": "李四", "3": "张三"}
    for code, name in codes.items():
        office = AreaName.objects.get(code=code, area__kind="office").area
        assert list(at_work.filter(staff__office=office)) == [name]
    assert len(at_work) == 2


def test_where_rows_were_left_out_nothing_of_that_office_ends() -> None:
    rows = [ROOM, ROOM | {"room": "法治宣传室"}]
    take_in(roster_of(offices=[OFFICE], rooms=rows), FIRST)
    doubtful = roster_of(offices=[OFFICE], rooms=[])
    doubtful.left_out = [Fault("功能区", 3, "功能区", "?", "应为功能区")]
    doubtful.doubtful = {"rooms": frozenset({CODE})}
    assert take_in(doubtful, SECOND) == []
    doubtful.doubtful = {"rooms": frozenset({None})}
    assert take_in(doubtful, SECOND) == []
    doubtful.doubtful = {"rooms": frozenset({"other"})}
    assert len(take_in(doubtful, SECOND)) == 2


def test_a_roster_of_an_earlier_day_lasts_until_what_is_known_begins() -> None:
    late, early = OFFICE | {"gdp": 2.0}, OFFICE | {"gdp": 1.0, "name": "旧所"}
    take_in(roster_of(offices=[late], rooms=[ROOM]), SECOND)
    known = plain(tables_on(SECOND))
    take_in(roster_of(offices=[early], rooms=[]), FIRST)
    assert plain(tables_on(SECOND)) == known
    past = tables_on(FIRST).offices.to_dicts()
    assert [(row["name"], row["gdp"]) for row in past] == [("旧所", 1.0)]


def test_a_roster_without_its_first_sheet_speaks_of_offices_that_are_known() -> None:
    take_in(roster_of(offices=[OFFICE]), FIRST)
    changes = take_in(roster_of(rooms=[ROOM]), SECOND)
    assert sorted(told(changes)) == [
        (Act.CHANGED, "功能区名单", "登记", "", "已提供"),
        (Act.NEW, "依法治理室", "", "", ""),
    ]
    assert tables_on(SECOND).rooms is not None


def test_same_name_and_other_day_of_joining_is_another_person() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON]), FIRST)
    other = PERSON | {"joined_on": date(2022, 1, 1)}
    take_in(roster_of(offices=[OFFICE], staff=[other]), SECOND)
    assert Staff.objects.count() == 2
    assert names_at_work(SECOND) == ["张三"]


def test_a_column_that_is_given_for_the_first_time_is_told() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON]), FIRST)
    changes = take_in(roster_of(staff=[PERSON | {"degree": None}]), SECOND)
    ((act, item, field, old, new),) = told(changes)
    assert (act, item, field) == (Act.CHANGED, "人员名单", "缺少的栏目")
    assert set(old.split("、")) - set(new.split("、")) == {"学历"}


def test_membership_of_the_party_is_never_told() -> None:
    take_in(roster_of(offices=[OFFICE], staff=[PERSON | {"party": "中共党员"}]), FIRST)
    changes = take_in(roster_of(offices=[OFFICE], staff=[PERSON | {"party": "其他"}]), SECOND)
    assert told(changes) == [(Act.CHANGED, "张三", "政治面貌", "(不显示)", "(不显示)")]


def test_an_office_that_comes_back_is_new_and_the_same(cast: Cast) -> None:
    take_in(roster_of(offices=[OFFICE]), BEFORE)
    office = OfficeRecord.objects.get().office
    actions.close_office(office=office, on=FIRST, by=cast.bureau)
    changes = take_in(roster_of(offices=[OFFICE]), SECOND)
    assert told(changes) == [(Act.NEW, "恢复设立", "", "", "")]
    assert OfficeRecord.objects.on(SECOND).get().office == office


def test_a_code_that_an_office_has_given_up_makes_a_new_office(cast: Cast) -> None:
    take_in(roster_of(offices=[OFFICE]), BEFORE)
    office = OfficeRecord.objects.get().office
    renamed = OFFICE | {"code": "new"}
    actions.change_office(office=office, **renamed, on=FIRST, by=cast.bureau)
    take_in(roster_of(offices=[OFFICE]), SECOND)
    assert OfficeRecord.objects.on(SECOND).count() == 2


def test_an_office_that_moved_moves_in_the_tree_and_not_in_the_past() -> None:
    take_in(roster_of(offices=[OFFICE]), FIRST)
    moved = OFFICE | {"division": "321203002", "district": "高港区"}
    take_in(roster_of(offices=[moved]), SECOND)
    districts = [tables_on(day).offices["district"].item() for day in (FIRST, SECOND)]
    assert districts == ["海陵区", "高港区"]
    office = OfficeRecord.objects.on(SECOND).get().office
    district = AreaName.objects.get(name="高港区").area
    assert Area.objects.below(district).filter(pk=office.pk).exists()


def test_the_digest_changes_with_what_would_be_done() -> None:
    first = make_plan(roster_of(offices=[OFFICE]), FIRST)
    assert make_plan(roster_of("b.xlsx", offices=[OFFICE]), FIRST).digest == first.digest
    assert make_plan(roster_of(offices=[OFFICE]), SECOND).digest != first.digest
    take_in(roster_of(offices=[OFFICE]), FIRST)
    assert make_plan(roster_of(offices=[OFFICE]), FIRST).digest != first.digest


def test_endings_come_first_in_the_preview_and_all_of_them() -> None:
    many = SHOWN + 1
    lines = [Change(Act.NEW, "rooms", "所", str(number)) for number in range(many)]
    lines += [Change(Act.ENDED, "staff", "所", str(number)) for number in range(many)]
    ended, new = sections_of(lines)
    assert (ended.title, len(ended.rows), ended.count) == ("停止 人员", many, many)
    assert (new.title, len(new.rows), new.count) == ("新增 功能区", SHOWN, many)


def test_the_number_of_statements_does_not_grow_with_the_rows(
    queries: Callable[[Callable[[], object]], list[str]],
) -> None:
    def city(offices: int, persons: int) -> Any:
        codes = [f"{number:03}" for number in range(offices)]
        return roster_of(
            offices=[OFFICE | {"code": code, "gdp": 1.0} for code in codes],
            staff=[
                PERSON | {"office": code, "name": f"人{number}"}
                for code in codes
                for number in range(persons)
            ],
        )

    few = queries(lambda: take_in(city(2, 1), FIRST))
    many = queries(lambda: take_in(city(40, 5), SECOND))
    # SQLite takes a thousand values a statement, so the rows go in in batches.
    assert len(many) <= len(few) + 16
