from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.kernel.access.actions import give_role
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.candidates import accounts_for, staff_for
from fengqiao.registers.mediation.enums import BodyKind, End, Post
from fengqiao.registers.mediation.tests.made import make_body, make_seat
from fengqiao.registers.organisations.models import Staff, StaffRecord

TODAY = timezone.localdate()


@pytest.fixture
def seat(world):
    return make_seat(world.committee, "周老师", account=world.mediator)


def holds(user):
    return User.objects.get(pk=user.pk).has_role(Role.MEDIATOR)


def test_the_role_ends_with_the_last_seat_and_not_before(world, seat):
    studio = make_body(world.office, name="工作室", kind=BodyKind.STUDIO, people=())
    second = actions.join(body=studio, mediator=seat.mediator, post=Post.ENGAGED, on=TODAY, by=None)
    actions.end_seat(seat=seat, on=TODAY, end=End.RESIGNED, by=world.clerk)
    assert holds(world.mediator)
    actions.end_seat(seat=second, on=TODAY, end=End.RESIGNED, by=world.clerk)
    assert not holds(world.mediator)


def test_another_role_of_the_same_account_stays(world, seat):
    world.mediator.grants.create(role=Role.ASSISTANT, area=world.office, begins_on=TODAY)
    actions.end_seat(seat=seat, on=TODAY, end=End.MOVED, by=world.clerk)
    assert User.objects.get(pk=world.mediator.pk).has_role(Role.ASSISTANT)


def give(world, days=365):
    return give_role(
        user=world.mediator,
        role=Role.MEDIATOR,
        area=world.office,
        begins_on=TODAY,
        ends_on=TODAY + timedelta(days=days),
        reason="聘任",
        by=world.director,
    )


def test_who_has_left_every_seat_is_not_given_the_role_again(world, seat):
    actions.end_seat(seat=seat, on=TODAY, end=End.REMOVED, by=world.clerk)
    with pytest.raises(InputRefused, match="已不在任何调解组织任职"):
        give(world)
    actions.join(body=world.committee, mediator=seat.mediator, post="member", on=TODAY, by=None)
    assert give(world).ends_on == TODAY + timedelta(days=365)


def test_an_account_is_that_of_one_mediator_in_an_office(world, seat):
    other = make_seat(world.committee, "另一人").mediator
    with pytest.raises(InputRefused, match="已对应另一名调解员"):
        actions.bind(mediator=other, account=world.mediator, by=world.clerk)
    assert world.mediator not in accounts_for(other)
    assert world.clerk in accounts_for(other)
    assert world.stranger not in accounts_for(other)


def test_one_of_the_staff_is_picked_and_not_typed(world):
    person = Staff.objects.create(office=world.office, name="陆志强", joined_on=TODAY)
    StaffRecord.objects.create(staff=person, category="专职调解员", begins_on=TODAY)
    assert list(staff_for(world.committee)) == [person]
    seat = make_seat(world.committee, person.name, staff=person)
    assert seat.mediator.staff == person
    assert not staff_for(world.committee).exists()
