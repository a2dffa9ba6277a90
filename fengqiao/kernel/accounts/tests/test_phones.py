"""A phone leads to one open account, however it is written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts import phones
from fengqiao.kernel.accounts.finding import account_called
from fengqiao.kernel.accounts.models import User

PHONE = "13800001234"
LOGIN = "/accounts/login/"


@pytest.fixture
def person(db):
    return User.objects.create_user("li", PASSWORD, name="李某", phone="138 0000 1234")


def complaints(**changes):
    fields = {"username": "wang", "name": "王某", "password": "x"} | changes
    with pytest.raises(ValidationError) as caught:
        User(**fields).full_clean()
    return caught.value.message_dict


@pytest.mark.parametrize(
    "typed", [PHONE, "138-0000-1234", "+86 138 0000 1234", "１３８００００１２３４"]
)
def test_one_signs_in_with_the_phone_however_it_is_written(client, person, typed):
    assert client.post(LOGIN, {"login": typed, "password": PASSWORD}).status_code == 302
    assert client.get("/").status_code == 200


def test_the_phone_is_encrypted_in_the_database(person):
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, phone_code FROM accounts_user")
        row = cursor.fetchone()
    assert row[0].startswith("sm4:")
    assert "0000" not in row[1]
    assert User.objects.get().phone == "+8613800001234"


def test_an_open_account_cannot_take_the_phone_of_another(person):
    assert complaints(phone="+86-138-0000-1234") == {"phone": ["已有账号登记了这个手机号。"]}
    User.objects.filter(pk=person.pk).update(is_active=False)
    User(username="wang", name="王某", password="x", phone=PHONE).full_clean()


def test_a_closed_account_cannot_be_opened_with_a_phone_that_another_has_now(person):
    closed = User.objects.create_user("old", name="旧号", phone=PHONE)
    closed.is_active = False
    closed.full_clean()
    closed.is_active = True
    with pytest.raises(ValidationError):
        closed.full_clean()


def test_a_phone_that_two_bear_all_the_same_signs_nobody_in(client, person):
    User.objects.create_user("other", PASSWORD, name="另一人", phone=PHONE)
    assert account_called(PHONE) is None
    client.post(LOGIN, {"login": PHONE, "password": PASSWORD})
    assert client.get("/").status_code == 302


def test_no_user_name_is_a_phone_or_differs_from_another_by_case_only(person):
    assert "username" in complaints(username="13900001234")
    assert complaints(username="LI") == {"username": ["已有这个用户名。"]}


@pytest.mark.parametrize("number", ["052386001234", "12345", "abc", "+1 415 555 2671"])
def test_what_is_no_mobile_number_is_refused(db, number):
    assert complaints(phone=number) == {"phone": [phones.INVALID]}


def test_no_phone_is_no_phone(person):
    user = User(username="wang", name="王某", password="x", phone="")
    user.full_clean()
    user.save()
    assert (user.phone, user.phone_code) == (None, None)
    assert account_called("") is None


@given(st.text(max_size=20))
def test_a_number_written_is_e164_and_stays_as_it_is(text):
    try:
        number = phones.written(text)
    except ValidationError:
        return
    assert number == phones.written(number)
    assert number == "" or (number.startswith("+861") and len(number) == 14)
