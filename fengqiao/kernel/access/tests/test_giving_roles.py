"""Who gives which role where: nobody beyond his area, nobody to himself, nothing that excludes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.access import actions, rules
from fengqiao.kernel.access.permissions import ALONE, GIVEN_BY, HELD_AT
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.models import StaffAccount
from fengqiao.registers.organisations.tests.made import make_person

GIVERS = (Role.DIRECTOR, Role.DISTRICT_ADMIN, Role.SYSTEM_ADMIN)


def days(begin: int, end: int | None):
    today = timezone.localdate()
    ends_on = None if end is None else today + timedelta(days=end)
    return {"begins_on": today + timedelta(days=begin), "ends_on": ends_on}


def give(user, role, area, by, begin=0, end: int | None = 30) -> Grant:
    return actions.give_role(
        user=user, role=role, area=area, reason="任职通知", by=by, **days(begin, end)
    )


@pytest.fixture
def newcomer(world) -> User:
    """On the staff of the office."""
    user = User.objects.create_user("newcomer", name="周新来")
    StaffAccount.objects.create(staff=make_person(world.here.office, user.name), account=user)
    return user


def test_every_role_has_its_givers_and_its_level():
    assert set(GIVEN_BY) == set(HELD_AT) == set(Role)


def test_a_director_gives_the_roles_of_his_office_and_of_the_partners_of_his_township(
    world, director, newcomer
):
    given_at = {
        (role, spot.office == world.here.office)
        for role in Role
        for spot in (world.here, world.there)
        for area in (spot.office, spot.town, spot.village, spot.district, spot.city)
        if area.kind in HELD_AT[role] and rules.may_give(director, role, area)
    }
    partners = {Role.MEDIATOR, Role.VILLAGE_ADVISER, Role.TOWNSHIP, Role.POLICE}
    staff = {Role.ASSISTANT, Role.CORRECTION_OFFICER}
    assert given_at == {(role, True) for role in partners | staff}


def test_roles_of_city_system_and_audit_are_given_by_the_administrator_of_the_system_alone(
    world, director, admin, system
):
    for role in (Role.CITY_BUREAU, *ALONE):
        assert rules.may_give(system, role, world.far.city)
        assert not rules.may_give(admin, role, world.here.city)
        assert role not in rules.givable(director)


def test_nobody_gives_beyond_his_own_area_whoever_he_is(world, newcomer):
    for giver in Role:
        by = world.here.person(giver)
        for role in Role:
            area = world.far.seat(role)
            if giver is not Role.SYSTEM_ADMIN:
                with pytest.raises(InputRefused, match="不能在这个区域"):
                    give(newcomer, role, area, by)
    assert not newcomer.grants.exists()


def test_nobody_gives_himself_a_role(world, admin):
    with pytest.raises(InputRefused, match="不能给自己"):
        give(admin, Role.DISTRICT_BUREAU, world.here.district, admin)


def test_a_role_is_held_at_its_level(world, admin, newcomer):
    with pytest.raises(InputRefused, match="不能授予在"):
        give(newcomer, Role.ASSISTANT, world.here.town, admin)


@pytest.mark.parametrize("alone", ALONE)
def test_administrator_and_auditor_hold_nothing_else_in_the_same_time(
    alone, world, system, newcomer
):
    give(newcomer, alone, world.here.city, system, end=30)
    with pytest.raises(InputRefused, match="不能由同一人担任"):
        give(newcomer, Role.DISTRICT_BUREAU, world.here.district, system, begin=29)
    assert give(newcomer, Role.DISTRICT_BUREAU, world.here.district, system, begin=30, end=60)


def test_the_same_role_is_not_given_twice_for_one_time(world, director, newcomer):
    give(newcomer, Role.ASSISTANT, world.here.office, director)
    with pytest.raises(InputRefused, match="同一角色"):
        give(newcomer, Role.ASSISTANT, world.here.office, director, begin=5, end=None)


def test_a_partner_has_a_last_day_from_the_first(world, director, newcomer):
    with pytest.raises(InputRefused, match="请填终止日期"):
        give(newcomer, Role.VILLAGE_ADVISER, world.here.village, director, end=None)
    assert give(newcomer, Role.ASSISTANT, world.here.office, director, end=None)


@given(begin=st.integers(-3, 3), end=st.integers(-3, 3))
def test_a_span_lies_ahead_and_is_not_empty(begin, end):
    span = days(begin, end)
    if begin >= 0 and end > begin:
        rules.refuse_span(Role.ASSISTANT, **span)
    else:
        with pytest.raises(InputRefused):
            rules.refuse_span(Role.ASSISTANT, **span)


def test_what_is_given_stands_in_the_trail_with_its_reason(world, director, newcomer):
    give(newcomer, Role.ASSISTANT, world.here.office, director)
    entry = Entry.objects.about(newcomer).get(act="access.given")
    assert entry.by == director
    assert entry.area == world.here.office
    assert "任职通知" in entry.payload.body
    assert "周新来" not in entry.label


def test_a_role_ends_on_its_day_and_who_holds_no_other_is_signed_out(
    world, director, clerk, client
):
    client.force_login(clerk)
    assert client.get("/organisations/").status_code == 200
    grant = clerk.grants.get()
    actions.end_role(grant=grant, on=timezone.localdate(), reason="调离", by=director)
    assert not User.objects.get(pk=clerk.pk).held
    assert client.get("/organisations/").status_code == 302
    assert Entry.objects.about(clerk).filter(act="access.ended").count() == 1


def test_nobody_ends_a_role_that_he_could_not_give(world, director, admin):
    with pytest.raises(InputRefused, match="不能在这个区域"):
        actions.end_role(
            grant=admin.grants.get(), on=timezone.localdate(), reason="越权", by=director
        )


def test_a_role_of_an_office_is_held_by_its_staff_alone(world, admin):
    outsider = User.objects.create_user("outsider", name="外来人")
    with pytest.raises(InputRefused, match="不是甲司法所名册上的在职人员"):
        give(outsider, Role.ASSISTANT, world.here.office, admin, end=None)
    assert not outsider.grants.exists()


def test_a_closed_account_holds_nothing_and_begins_anew(world, director, newcomer):
    clerk = newcomer
    give(clerk, Role.ASSISTANT, world.here.office, director)
    actions.close_account(user=clerk, reason="离职", by=director)
    clerk.refresh_from_db()
    assert not clerk.is_active
    assert not rules.standing(clerk).exists()
    with pytest.raises(InputRefused, match="已经停用"):
        give(clerk, Role.ASSISTANT, world.here.office, director)
    actions.reopen_account(user=clerk, reason="返岗", by=director)
    assert give(clerk, Role.ASSISTANT, world.here.office, director)


def test_an_account_with_a_role_elsewhere_is_not_closed_from_here(world, director, admin, clerk):
    clerk.grants.create(
        role=Role.DISTRICT_BUREAU, area=world.here.district, begins_on=timezone.localdate()
    )
    with pytest.raises(InputRefused, match="不能停用账号"):
        actions.close_account(user=clerk, reason="离职", by=director)
    actions.close_account(user=clerk, reason="离职", by=admin)


def test_a_desk_gets_no_account():
    assert rules.looks_shared("值班室")
    assert not rules.looks_shared("许晓燕")
