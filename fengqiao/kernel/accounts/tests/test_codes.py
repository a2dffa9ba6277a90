"""A code from the administrator sets a password once, soon, and for one person."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts import codes
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import ATTEMPTS, OneTimeCode, User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.typography import typeset

CODE, LOGIN = "/accounts/code/", "/accounts/login/"
NEW = "yun-he-li-xian"
BEGIN = date(2020, 1, 1)
WRONG = typeset("用户名(手机号)或验证码不正确,或验证码已失效。")


@pytest.fixture
def given(cast):
    return codes.give_code(cast.clerk, by=None)


def send(client, code, login="clerk", password=NEW, again=None):
    return client.post(
        CODE,
        {"login": login, "code": code, "password1": password, "password2": again or password},
    )


def test_the_page_is_open_to_everybody_and_costs_no_statement(client, queries):
    assert len(queries(lambda: client.get(CODE))) == 0
    assert "设置密码" in client.get(CODE).content.decode()


def test_the_code_sets_a_password_with_which_one_signs_in(client, given):
    answer = send(client, given)
    assert (answer.status_code, answer["Location"]) == (302, LOGIN)
    assert "新密码已设好" in client.get(LOGIN).content.decode()
    assert client.get("/").status_code == 302, "the code alone signs nobody in"
    client.post(LOGIN, {"login": "clerk", "password": NEW})
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("shape", ["{a}{b}", "{a} {b}", "{a}-{b}", " {a}  {b} "])
def test_the_code_is_taken_however_its_groups_are_typed(client, given, shape):
    first, second = given.split()
    assert send(client, shape.format(a=first, b=second)).status_code == 302


def test_a_code_is_used_once(client, given):
    send(client, given)
    assert WRONG in send(client, given, password="another-long-one").content.decode()


def test_two_at_once_cannot_both_use_it(cast, given, rf):
    first = codes.checked(cast.clerk, given)
    second = codes.checked(cast.clerk, given)
    assert codes.set_password(first, NEW, rf.post(CODE))
    assert not codes.set_password(second, "another-long-one", rf.post(CODE))
    assert User.objects.get(pk=cast.clerk.pk).check_password(NEW)


def test_a_code_ends_after_half_an_hour(client, given):
    OneTimeCode.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert WRONG in send(client, given).content.decode()


def test_a_new_code_ends_the_one_before(client, cast, given):
    newer = codes.give_code(cast.clerk, by=None)
    assert WRONG in send(client, given).content.decode()
    assert send(client, newer).status_code == 302


def test_after_some_wrong_attempts_even_the_right_code_is_refused(client, given):
    wrong = "0000 0000" if given != "0000 0000" else "1111 1111"
    for _attempt in range(ATTEMPTS):
        assert WRONG in send(client, wrong).content.decode()
    assert WRONG in send(client, given).content.decode()


@pytest.mark.parametrize("login", ["nobody", "director", "leaver"])
def test_what_is_said_does_not_tell_who_is_there(client, given, login):
    assert WRONG in send(client, given, login=login).content.decode()


def test_a_slip_in_the_password_costs_no_attempt(client, given):
    assert "两次输入的密码不一样" in send(client, given, again="something else").content.decode()
    assert "常见" in send(client, given, password="password123").content.decode()
    assert OneTimeCode.objects.get().attempts == 0


def test_a_password_like_ones_own_name_is_refused_and_the_code_still_holds(client, cast):
    code = codes.give_code(cast.director, by=None)
    like = send(client, code, login="director", password="director12")
    assert "相似" in like.content.decode()
    assert send(client, code, login="director").status_code == 302


def test_only_a_digest_of_the_code_is_kept(given):
    row = OneTimeCode.objects.get()
    assert given.replace(" ", "") not in row.digest


def test_a_new_password_ends_what_was_open_before(client, cast, given):
    client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    other = type(client)()
    send(other, given)
    assert client.get("/").status_code == 302


def test_the_trail_says_who_gave_and_who_used_it(client, cast, settings):
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=Role.SYSTEM_ADMIN, begins_on=BEGIN)
    code = codes.give_code(cast.clerk, by=chief)
    send(client, code)
    acts = list(Entry.objects.order_by("pk").values_list("act", "by", "subject_id"))
    assert acts == [
        ("accounts.code_given", chief.pk, cast.clerk.pk),
        ("accounts.password_set", cast.clerk.pk, cast.clerk.pk),
    ]


def test_attempts_from_one_address_are_limited(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"one_time_code": "2/m/ip"}
    assert [send(client, "1").status_code for _attempt in range(3)] == [200, 200, 429]


@pytest.fixture
def places(db):
    (city,) = grow([(None, AreaKind.CITY)])
    one, other = grow([(city, AreaKind.DISTRICT), (city, AreaKind.DISTRICT)])
    return {"city": city, "one": one, "other": other, None: None}


@pytest.mark.parametrize(
    ("role", "where", "held", "may"),
    [
        (Role.DISTRICT_ADMIN, "one", ["one"], True),
        (Role.DISTRICT_ADMIN, "one", ["other"], False),
        (Role.DISTRICT_ADMIN, "one", ["one", "other"], False),
        (Role.DISTRICT_ADMIN, "one", ["city"], False),
        (Role.DISTRICT_ADMIN, "one", [None], False),
        (Role.DISTRICT_ADMIN, "one", [], False),
        (Role.ASSISTANT, "one", ["one"], False),
        (Role.SYSTEM_ADMIN, "city", ["one", "other"], True),
        (Role.SYSTEM_ADMIN, None, [None], True),
        (Role.SYSTEM_ADMIN, None, [], True),
    ],
)
def test_a_code_is_given_only_over_what_one_administers(places, role, where, held, may):
    """Else an administrator could become somebody who may do more than he administers."""
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=role, area=places[where], begins_on=BEGIN)
    person = User.objects.create_user("person", name="某人")
    for area in held:
        person.grants.create(role=Role.MEDIATOR, area=places[area], begins_on=BEGIN)
    assert codes.may_give(person, chief) is may
    if not may:
        with pytest.raises(PermissionDenied):
            codes.give_code(person, by=chief)


def test_nobody_gives_himself_a_code(places):
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=Role.SYSTEM_ADMIN, begins_on=BEGIN)
    assert not codes.may_give(chief, chief)


def test_a_closed_account_gets_no_code(cast):
    with pytest.raises(PermissionDenied):
        codes.give_code(cast.leaver, by=None)
