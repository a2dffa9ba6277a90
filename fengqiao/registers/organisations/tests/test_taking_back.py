"""A wrongly recorded end is taken back: the act."""

from datetime import date

import pytest

from fengqiao.kernel.areas.from_day import set_from
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.history import history_of
from fengqiao.registers.organisations.models import Equipment, Room, StaffRecord, TakenBack
from fengqiao.registers.organisations.tests.made import SINCE, make_office, make_person
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

pytestmark = pytest.mark.django_db
LEFT, BEFORE, LATER = date(2024, 5, 1), date(2024, 4, 30), date(2025, 1, 1)
PERSON = {"office": OFFICE["code"], "name": "周远", "category": "警辅", "joined_on": None}


@pytest.fixture
def office():
    return make_office()


def at_work(day):
    return [row.staff.name for row in StaffRecord.objects.employed_on(day)]


def told_at_the_top(office, user):
    newest = history_of(office, user)[0]
    return newest.on, newest.sentence, newest.why, newest.by


def test_who_had_not_left_is_at_work_as_before(office, cast):
    person = make_person(office, "周远")
    actions.leave_staff(person=person, on=LEFT, by=cast.clerk)
    told = StaffRecord.objects.get(left_on=LEFT)
    actions.take_back_end(row=told, why=" 借调,没有离职 ", by=cast.bureau)
    assert [at_work(day) for day in (BEFORE, LEFT, LATER)] == [["周远"]] * 3
    told.refresh_from_db()
    assert (told.begins_on, told.ends_on) == (LEFT, LEFT)  # it stays, and never held
    assert told_at_the_top(office, cast.clerk) == (
        LEFT,
        "周远:撤回这一天起的离职",
        "借调,没有离职",
        cast.bureau.name,
    )


def test_who_left_according_to_several_rows_and_was_then_listed_no_more_comes_back_whole():
    joined = roster_of(offices=[OFFICE], staff=[PERSON | {"trained": None, "left_on": None}])
    take_in(joined, SINCE)
    take_in(roster_of(offices=[OFFICE], staff=[PERSON | {"left_on": LEFT}]), LEFT)
    take_in(roster_of(offices=[OFFICE], staff=[PERSON | {"trained": True}]), date(2024, 6, 1))
    take_in(roster_of(offices=[OFFICE], staff=[]), date(2024, 7, 1))
    assert at_work(LATER) == []
    told = StaffRecord.objects.uncorrected().filter(left_on=LEFT).first()
    actions.take_back_end(row=told, why="误登", by=None)
    days = [BEFORE, LEFT, date(2024, 6, 1), LATER]
    assert [at_work(day) for day in days] == [["周远"]] * 4
    trained = [StaffRecord.objects.on(day).get().trained for day in days]
    assert trained == [None, None, True, True]


def test_who_was_only_missing_in_a_roster_is_at_work_again():
    take_in(roster_of(offices=[OFFICE], staff=[PERSON | {"post": "综合"}]), SINCE)
    take_in(roster_of(offices=[OFFICE], staff=[]), LEFT)
    actions.take_back_end(row=StaffRecord.objects.get(), why="名册漏列", by=None)
    assert at_work(LEFT) == ["周远"]
    assert StaffRecord.objects.on(LATER).get().post == "综合"


def test_a_room_is_there_again_and_what_began_later_stays(office):
    for day, there in ((LEFT, None), (LATER, {})):
        set_from(Room, (office.pk, "依法治理室"), day, there)
    actions.take_back_end(row=Room.objects.get(ends_on=LEFT), why="只是搬迁", by=None)
    rows = Room.objects.order_by("begins_on").values_list("begins_on", "ends_on")
    assert list(rows) == [(SINCE, LEFT), (LEFT, LATER), (LATER, None)]


def test_equipment_is_there_again_in_its_number(office):
    key = (office.pk, "交通工具")
    for day, there in ((SINCE, {"quantity": 3}), (LEFT, None)):
        set_from(Equipment, key, day, there)
    actions.take_back_end(row=Equipment.objects.get(), why="没有报废", by=None)
    assert Equipment.objects.on(LATER).get().quantity == 3


def test_without_a_reason_it_is_refused(office):
    set_from(Room, (office.pk, "依法治理室"), LEFT, None)
    with pytest.raises(InputRefused, match="请写明理由"):
        actions.take_back_end(row=Room.objects.get(), why="  ", by=None)
    assert not TakenBack.objects.exists()


def test_a_second_time_it_is_refused(office):
    person = make_person(office, "周远")
    actions.leave_staff(person=person, on=LEFT, by=None)
    set_from(Room, (office.pk, "依法治理室"), LEFT, None)
    for row in (StaffRecord.objects.get(left_on=LEFT), Room.objects.get()):
        actions.take_back_end(row=row, why="误登", by=None)
        with pytest.raises(InputRefused, match="已经撤回"):
            actions.take_back_end(row=row, why="误登", by=None)


def test_what_has_not_ended_cannot_be_taken_back(office):
    with pytest.raises(InputRefused, match="没有停止"):
        actions.take_back_end(row=Room.objects.get(), why="误登", by=None)


@pytest.mark.parametrize("closed", [LEFT, LATER])
def test_where_the_office_was_closed_nothing_comes_back(office, closed):
    set_from(Room, (office.pk, "依法治理室"), LEFT, None)
    actions.close_office(office=office, on=closed, by=None)
    with pytest.raises(InputRefused, match=r"没有这个司法所|撤销"):
        actions.take_back_end(row=Room.objects.get(), why="误登", by=None)
    assert not Room.objects.on(LATER).exists()
