"""Who comes from another district goes on with his account, without the administrator of the system."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.organisations.actions import leave_staff, make_staff_account
from fengqiao.registers.organisations.models import StaffAccount
from fengqiao.registers.organisations.tests.made import make_person
from tests.manners.matrix.world import make_world

NAME = "周调来"
REFUSED = "不能沿用这个账号"


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def before(world):
    """The account that he has in the district where he was."""
    return make_staff_account(
        person=make_person(world.there.office, NAME),
        username="zhoudiaolai",
        phone="",
        role=Role.ASSISTANT,
        begins_on=timezone.localdate(),
        ends_on=None,
        reason="录用通知",
        by=world.there.person(Role.DISTRICT_ADMIN),
    )


@pytest.fixture
def left(world, before):
    """He has left there."""
    person = before.staff_accounts.get().staff
    leave_staff(person=person, on=timezone.localdate(), by=world.there.person(Role.DIRECTOR))
    return before


@pytest.fixture
def ask(world, sign_in):
    """`ask()` posts the form as the administrator of the district to which he comes."""
    person = make_person(world.here.office, NAME)
    url = reverse("organisations:take_account", args=[person.pk])

    def asked(role=Role.DISTRICT_ADMIN, **changes):
        typed = {
            "username": "zhoudiaolai",
            "role": "assistant",
            "begins_on": timezone.localdate().isoformat(),
            "ends_on": "",
            "reason": "调令",
        }
        return sign_in(world.here.person(role)).post(url, typed | changes)

    asked.url, asked.person = url, person
    return asked


def here(world, account):
    return account.grants.filter(area=world.here.office, role=Role.ASSISTANT)


@pytest.mark.parametrize("role", [Role.DISTRICT_ADMIN, Role.DIRECTOR])
def test_the_account_gets_a_role_for_the_post_in_the_new_office(world, left, ask, role):
    answer = ask(role)
    assert answer.url == reverse("access:account", args=[left.pk])
    assert here(world, left).get().post
    assert StaffAccount.objects.get(staff=ask.person).account == left
    acts = Entry.objects.about(left).filter(area=world.here.office).values_list("act", flat=True)
    assert {"organisations.account_bound", "access.given"} <= set(acts)


def test_a_closed_account_is_opened_again(world, left, ask):
    User.objects.filter(pk=left.pk).update(is_active=False)
    ask()
    left.refresh_from_db()
    assert left.is_active
    assert Entry.objects.about(left).filter(act="access.reopened").exists()


def test_it_is_refused_while_the_account_holds_anything_elsewhere(world, before, ask):
    assert REFUSED in ask().content.decode()
    assert not here(world, before).exists()


@pytest.mark.parametrize("username", ["nobody", "ZHOU", " "])
def test_an_account_that_is_not_there_is_refused_in_the_same_words(left, ask, username):
    answer = ask(username=username)
    assert answer.status_code == 400
    assert username == " " or REFUSED in answer.content.decode()


def test_the_account_of_somebody_else_is_refused_in_the_same_words(world, left, ask):
    User.objects.filter(pk=left.pk).update(name="另一人")
    assert REFUSED in ask().content.decode()
    assert not here(world, left).exists()


def test_the_page_of_a_new_account_leads_there(world, ask, sign_in):
    page = sign_in(world.here.person(Role.DISTRICT_ADMIN))
    make = reverse("organisations:make_account", args=[ask.person.pk])
    assert ask.url in page.get(make).content.decode()
    assert page.get(ask.url).status_code == 200


def test_who_has_an_account_here_takes_no_second_one(left, ask):
    ask()
    assert ask().status_code == 404
