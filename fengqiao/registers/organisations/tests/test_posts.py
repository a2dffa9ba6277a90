"""Roles held for a post end when the register ends the post, whichever way, and come back when that was
wrong."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.kernel.access.actions import end_role, give_role
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.notices.models import Notice
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import Category, Post
from fengqiao.registers.organisations.models import Staff, StaffAccount, StaffRecord
from fengqiao.registers.organisations.posts import end_of_post
from fengqiao.registers.organisations.tests.made import SINCE, make_person
from fengqiao.registers.organisations.tests.rosters import roster_of, take_in
from tests.manners.matrix.world import make_world

DAY = timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def admin(world) -> User:
    return world.here.person(Role.DISTRICT_ADMIN)


@pytest.fixture
def person(world) -> Staff:
    return make_person(world.here.office, "周新来")


@pytest.fixture
def account(person, admin, today) -> User:
    """Made from the register, with the role of an assistant."""
    return actions.make_staff_account(
        person=person,
        username="zhouxinlai",
        phone="",
        role=Role.ASSISTANT,
        begins_on=today,
        ends_on=None,
        reason="录用通知",
        by=admin,
    )


@pytest.fixture
def grant(account) -> Grant:
    return account.grants.get()


def leave(person, on, by=None):
    actions.leave_staff(person=person, on=on, by=by)


def take_back(person, by=None):
    row = StaffRecord.objects.filter(staff=person).exclude(left_on=None).latest("pk")
    actions.take_back_end(row=row, why="记错了人", by=by)


def ends_on(grant):
    grant.refresh_from_db()
    return grant.ends_on


def test_the_name_is_that_of_the_register(account, person, world):
    assert account.name == person.name
    assert account.grants.get().area == world.here.office
    assert StaffAccount.objects.get().account == account


def test_a_person_has_one_account(account, person, admin, today):
    with pytest.raises(InputRefused, match="一人一个账号"):
        actions.make_staff_account(
            person=person,
            username="second",
            phone="",
            role=Role.ASSISTANT,
            begins_on=today,
            ends_on=None,
            reason="录用通知",
            by=admin,
        )
    assert not User.objects.filter(username="second").exists()


def test_who_has_left_gets_no_role(person, admin, today):
    leave(person, today)
    with pytest.raises(InputRefused, match="在职人员"):
        actions.make_staff_account(
            person=person,
            username="late",
            phone="",
            role=Role.ASSISTANT,
            begins_on=today,
            ends_on=None,
            reason="录用通知",
            by=admin,
        )
    assert not User.objects.filter(username="late").exists()


def test_a_recorded_leave_ends_the_role_that_day(grant, person, admin, today):
    leave(person, today + 3 * DAY, admin)
    assert ends_on(grant) == today + 3 * DAY
    entry = Entry.objects.about(grant.user).get(act="access.ended")
    assert entry.by == admin
    assert "名册登记离职" in entry.payload.body


def test_a_leave_of_today_signs_the_person_out(grant, account, person, today, client):
    client.force_login(account)
    assert client.get("/organisations/").status_code == 200
    leave(person, today)
    assert client.get("/organisations/").status_code == 302


def test_an_act_that_fails_ends_nothing(grant, person, today, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("fengqiao.registers.organisations.actions.staff._record", broken)
    with pytest.raises(RuntimeError):
        leave(person, today)
    assert ends_on(grant) is None


def test_a_wrong_end_taken_back_gives_the_role_back(grant, person, admin, today):
    leave(person, today)
    take_back(person, admin)
    assert ends_on(grant) is None
    assert Entry.objects.about(grant.user).get(act="access.given_back").by == admin
    assert "恢复了一个账号的角色" in Notice.objects.get(user=admin).text


def test_what_had_an_end_by_hand_gets_that_end_back(grant, person, admin, today):
    end_role(grant=grant, on=today + 9 * DAY, reason="合同到期", by=admin)
    leave(person, today + DAY)
    assert ends_on(grant) == today + DAY
    take_back(person)
    assert ends_on(grant) == today + 9 * DAY


def test_what_was_ended_by_hand_stays_ended(grant, person, admin, today):
    end_role(grant=grant, on=today, reason="停职", by=admin)
    leave(person, today + DAY)
    take_back(person)
    assert ends_on(grant) == today


def test_a_closed_account_gets_nothing_back(grant, account, person, admin, today):
    leave(person, today)
    User.objects.filter(pk=account.pk).update(is_active=False)
    take_back(person)
    assert ends_on(grant) == today


def test_a_closed_office_ends_the_roles_of_its_staff(grant, world, today):
    actions.close_office(office=world.here.office, on=today, by=None)
    assert ends_on(grant) == today


def roster_with(office, *names):
    code = office.names.get().code
    rows = [{"office": code, "name": name, "category": "专职社工"} for name in names]
    return roster_of(staff=[row | {"joined_on": SINCE} for row in rows])


def test_a_roster_that_names_somebody_no_more_ends_his_role(grant, person, today):
    take_in(roster_with(person.office, "党员0"), today)
    assert ends_on(grant) == today


def test_a_roster_that_names_him_again_from_that_day_on_gives_it_back(grant, person, today):
    take_in(roster_with(person.office, "党员0"), today)
    take_in(roster_with(person.office, "党员0", person.name), today)
    assert ends_on(grant) is None


def test_a_roster_that_names_him_after_a_gap_gives_nothing_back(grant, person, today):
    take_in(roster_with(person.office, "党员0"), today)
    take_in(roster_with(person.office, "党员0", person.name), today + DAY)
    assert ends_on(grant) == today


def test_the_role_of_a_director_ends_with_the_post(person, account, admin, today):
    actions.change_staff(person=person, on=today, by=None, post=Post.DIRECTOR)
    given = {"area": person.office, "begins_on": today, "ends_on": None, "by": admin}
    give_role(user=account, role=Role.DIRECTOR, reason="任职通知", **given)
    directing = account.grants.get(role=Role.DIRECTOR)
    actions.change_staff(person=person, on=today + DAY, by=None, post=Post.GENERAL)
    assert ends_on(directing) == today + DAY
    assert ends_on(account.grants.get(role=Role.ASSISTANT)) is None


def test_who_goes_to_another_office_takes_his_account_along(grant, account, person, world, today):
    leave(person, today)
    there = actions.join_staff(
        office=world.there.office,
        name=person.name,
        category=Category.ESTABLISHMENT,
        on=today,
        by=None,
    )
    admin = world.there.person(Role.DISTRICT_ADMIN)
    actions.bind_account(person=there, account=account, by=admin)
    given = {"area": there.office, "begins_on": today, "ends_on": None, "by": admin}
    give_role(user=account, role=Role.ASSISTANT, reason="调任通知", **given)
    assert ends_on(grant) == today
    assert User.objects.get(pk=account.pk).held[0].path == there.office.path


def test_roles_held_before_the_account_was_bound_end_with_the_post(world, person, admin, today):
    old = User.objects.create_user("old", name=person.name)
    grant = old.grants.create(role=Role.ASSISTANT, area=person.office, begins_on=date(2022, 1, 1))
    actions.bind_account(person=person, account=old, by=admin)
    leave(person, today)
    assert ends_on(grant) == today


def test_a_binding_is_in_the_trail_of_the_account(world, person, admin):
    old = User.objects.create_user("old", name=person.name)
    actions.bind_account(person=person, account=old, by=admin)
    entry = Entry.objects.about(old).get(act="organisations.account_bound")
    assert (entry.by, entry.area) == (admin, person.office)


def test_an_account_of_another_name_is_not_bound(world, person, admin):
    other = world.here.person(Role.ASSISTANT)
    with pytest.raises(InputRefused, match="不是同一人"):
        actions.bind_account(person=person, account=other, by=admin)


def test_nobody_binds_his_own_account(world, admin):
    own = make_person(world.here.office, admin.name)
    with pytest.raises(InputRefused, match="自己"):
        actions.bind_account(person=own, account=admin, by=admin)


ENDS = st.one_of(st.none(), st.integers(0, 12))
FIRST = date(2024, 1, 1)


def day(number):
    return None if number is None else FIRST + number * DAY


@settings(suppress_health_check=[HealthCheck.too_slow])  # of a busy machine
@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=4), st.integers(0, 12))
def test_the_end_of_a_post_is_the_first_day_without_it(spans, start):
    """Rows one after the other, each from where the last one ended: by day, and by the function."""
    rows, begin = [], 0
    for length, left in spans:
        end = None if length is None else begin + length
        row = StaffRecord(begins_on=day(begin), ends_on=day(end), left_on=day(left), post="")
        rows.append(row)
        if end is None:
            break
        begin = end + 1 if left == 3 else end
    since = FIRST + start * DAY
    found = end_of_post(rows, Staff(joined_on=None), since)

    def at_work(when):
        return any(row.holds_on(when) and not row.has_left(when) for row in rows)

    days = [since + number * DAY for number in range(80)]
    gap = next((when for when in days if not at_work(when)), None)
    if gap is None:
        assert found is None
    else:
        left = [row.left_on for row in rows if row.holds_on(gap) and row.left_on]
        assert found == max(since, min(gap, *left)) if left else found == gap
