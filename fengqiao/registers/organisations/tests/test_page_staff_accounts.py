"""An account for the staff: picked from the register, nothing typed again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.organisations.enums import Post
from fengqiao.registers.organisations.models import StaffAccount, StaffRecord
from fengqiao.registers.organisations.tests.made import make_person
from tests.manners.matrix.world import make_world

PICK = reverse("organisations:pick")


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def person(world):
    return make_person(world.here.office, "周新来")


@pytest.fixture
def page(world, sign_in):
    return sign_in(world.here.person(Role.DIRECTOR))


@pytest.fixture
def typed():
    return {
        "role": "assistant",
        "username": "zhouxinlai",
        "phone": "",
        "begins_on": timezone.localdate().isoformat(),
        "ends_on": "",
        "reason": "录用通知",
    }


def url(person, name="make_account"):
    return reverse(f"organisations:{name}", args=[person.pk])


def test_the_director_picks_a_person_of_his_office_and_makes_the_account(page, person, typed):
    assert PICK in page.get(reverse("access:new")).content.decode()
    assert url(person) in page.get(PICK).content.decode()
    form = page.get(url(person)).content.decode()
    assert "周新来" in form
    assert 'name="name"' not in form
    made = page.post(url(person), typed, follow=True).content.decode()
    account = User.objects.get(username="zhouxinlai")
    assert "已建立账号" in made
    assert "名册人员" in made
    assert (account.name, account.grants.get().role) == ("周新来", Role.ASSISTANT)
    assert "已有账号" in page.get(PICK).content.decode()
    assert page.get(url(person)).status_code == 404


def test_the_role_of_the_post_is_proposed(world, sign_in, person):
    StaffRecord.objects.filter(staff=person).update(post=Post.DIRECTOR)
    admin = sign_in(world.here.person(Role.DISTRICT_ADMIN))
    assert admin.get(url(person)).context["form"].fields["role"].initial == Role.DIRECTOR


def test_the_name_is_proposed_in_letters_as_user_name(page, person):
    assert page.get(url(person)).context["form"].fields["username"].initial == "zhouxinlai"


def test_the_page_of_a_leave_says_what_becomes_of_the_account(page, person, typed):
    leave = reverse("organisations:leave", args=[person.pk])
    assert "账号" not in page.get(leave).content.decode().partition("<main")[2]
    page.post(url(person), typed)
    assert "账号在本所的角色同一天停止" in page.get(leave).content.decode()


def test_a_director_gives_no_role_above_his_own(page, person, typed):
    answer = page.post(url(person), typed | {"role": "director"})
    assert answer.status_code == 400
    assert not User.objects.filter(username="zhouxinlai").exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("username", "", "请填写"),
        ("username", "13812345678", "不能是手机号"),
        ("phone", "123", "手机号码"),
        ("begins_on", "2020-01-01", "不能早于今天"),
        ("reason", "", "请写明依据"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field, value, words, page, person, typed):
    answer = page.post(url(person), {**typed, field: value})
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not StaffAccount.objects.exists()


def test_an_outsider_finds_nobody(world, sign_in, person):
    elsewhere = sign_in(world.there.person(Role.DIRECTOR))
    assert "周新来" not in elsewhere.get(PICK).content.decode()
    assert elsewhere.get(url(person)).status_code == 404


def test_who_makes_no_accounts_may_not(world, sign_in, person):
    clerk = sign_in(world.here.person(Role.ASSISTANT))
    assert clerk.get(PICK).status_code == 403
    assert clerk.get(url(person)).status_code == 403


def test_a_role_of_the_office_leads_to_the_register_where_nobody_is_known(world, page, person):
    account = User.objects.create_user("old", name=person.name)
    account.grants.create(
        role=Role.ASSISTANT, area=world.here.office, begins_on=timezone.localdate()
    )
    give = reverse("access:give", args=[account.pk])
    text = page.get(f"{give}?role=correction_officer").content.decode()
    assert f"{PICK}?account={account.pk}" in text
    picking = page.get(f"{PICK}?account={account.pk}").content.decode()
    assert url(person, "bind_account") in picking
    done = page.post(url(person, "bind_account"), {"account": account.pk}, follow=True)
    assert "已对应名册人员" in done.content.decode()
    assert "甲司法所" in page.get(f"{give}?role=correction_officer").content.decode()


def test_another_persons_account_is_not_bound(world, page, person):
    clerk = world.here.person(Role.ASSISTANT)
    answer = page.post(url(person, "bind_account"), {"account": clerk.pk}, follow=True)
    assert "不是同一人" in answer.content.decode()
    assert page.post(url(person, "bind_account"), {"account": ""}).status_code == 404
    assert not StaffAccount.objects.exists()


def test_the_staff_are_listed_with_a_fixed_number_of_queries(world, page, queries):
    few = len(queries(lambda: page.get(PICK)))
    for number in range(20):
        make_person(world.here.office, f"人员{number}")
    assert len(queries(lambda: page.get(PICK))) <= few <= 12
