"""Sessions end when they are idle, old, ended elsewhere, or when the account may do nothing more."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts import codes, lasting
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry

LOGIN, SECURITY, END = "/accounts/login/", "/accounts/security/", "/accounts/sessions/end/"
CHANGE = "/accounts/password/"
NEW = "yun-he-li-xian"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


def signed_in(username="clerk", password=PASSWORD, **headers):
    client = Client(headers=headers)
    client.post(LOGIN, {"login": username, "password": password})
    return client


def is_in(client):
    return client.get("/").status_code == 200


def back(client, **ago):
    """Moves what a session remembers into the past."""
    session = client.session
    for name, seconds in ago.items():
        session[getattr(lasting, name)] -= seconds
    session.save()


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


@pytest.mark.parametrize(
    ("ago", "lasts"),
    [
        ({"SEEN": 29 * 60}, True),
        ({"SEEN": 30 * 60}, False),
        ({"BEGAN": 12 * 3600 - 60}, True),
        ({"BEGAN": 12 * 3600}, False),
    ],
)
def test_a_session_ends_when_it_was_idle_and_at_the_latest_after_a_working_day(cast, ago, lasts):
    client = signed_in()
    back(client, **ago)
    assert is_in(client) is lasts
    if not lasts:
        assert "请重新登录" in client.get(LOGIN).content.decode()
        assert acts()[-1] == "accounts.sessions_ended"


def test_who_works_on_stays_in(cast):
    client = signed_in()
    for _step in range(3):
        back(client, SEEN=20 * 60)
        assert is_in(client)


def test_a_page_within_the_minute_writes_nothing(cast, queries):
    client = signed_in()
    is_in(client)
    assert [sql for sql in queries(lambda: client.get(SECURITY)) if "UPDATE" in sql] == []
    back(client, SEEN=90)
    written = [sql for sql in queries(lambda: client.get(SECURITY)) if "UPDATE" in sql]
    assert len(written) == 2, "the session, and when it was seen"


def test_a_closed_account_is_out_at_once_and_stays_out_when_opened_again(cast):
    client = signed_in()
    cast.clerk.is_active = False
    cast.clerk.save()
    assert not is_in(client)
    cast.clerk.is_active = True
    cast.clerk.save()
    assert not is_in(client)


def test_who_lost_the_last_right_is_out_at_once_and_not_let_in_again(cast):
    client = signed_in()
    cast.clerk.grants.update(ends_on=timezone.localdate())
    assert not is_in(client)
    again = client.post(LOGIN, {"login": "clerk", "password": PASSWORD}, follow=True)
    assert "角色已全部停止" in again.content.decode()
    assert not is_in(client)


def test_who_holds_another_right_or_a_coming_one_stays_in(cast):
    client = signed_in()
    today = timezone.localdate()
    cast.clerk.grants.update(ends_on=today)
    cast.clerk.grants.create(role="director", begins_on=today + timedelta(days=3))
    assert is_in(client)


def test_an_account_that_was_never_given_a_right_is_let_in_and_sees_nothing(db):
    User.objects.create_user("new", PASSWORD, name="新人")
    assert is_in(signed_in("new"))


def test_the_page_lists_where_one_is_signed_in(cast):
    here = signed_in()
    signed_in(user_agent=FIREFOX)
    signed_in("director", user_agent="Elsewhere/1.0 Chrome Windows")
    page = here.get(SECURITY).content.decode()
    assert "Firefox · Linux" in page
    assert "127.0.0.1" in page
    assert "本机" in page
    assert "Windows" not in page, "what is another's"


def test_the_page_is_for_who_is_signed_in(client, db):
    assert client.get(SECURITY)["Location"].startswith(LOGIN)
    assert client.post(END)["Location"].startswith(LOGIN)


def test_the_page_costs_the_same_however_many_devices(cast, queries):
    client = signed_in()
    client.get(SECURITY)
    one = len(queries(lambda: client.get(SECURITY)))
    for number in range(4):
        signed_in(user_agent=f"Browser {number}")
    assert len(queries(lambda: client.get(SECURITY))) == one <= 12


def test_one_signs_out_elsewhere_and_stays_here(cast):
    here, there, yonder = signed_in(), signed_in(), signed_in()
    answer = here.post(END, follow=True)
    assert "已结束 2 处登录" in answer.content.decode()
    assert [is_in(client) for client in (here, there, yonder)] == [True, False, False]
    assert "accounts.sessions_ended" in acts()


def test_one_device_is_ended_alone(cast):
    here, there, yonder = signed_in(), signed_in(user_agent=FIREFOX), signed_in()
    row = next(row for row in here.get(SECURITY).context["places"] if "Firefox" in row["device"])
    here.post(END, {"session": row["row"].pk})
    assert [is_in(client) for client in (here, there, yonder)] == [True, False, True]


def test_nobody_ends_the_session_of_another(cast):
    here, theirs = signed_in(), signed_in("director")
    row = theirs.get(SECURITY).context["places"][0]["row"]
    here.post(END, {"session": row.pk})
    assert is_in(theirs)


def test_a_new_password_ends_the_other_sessions(cast):
    here, there = signed_in(), signed_in()
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    answer = here.post(CHANGE, sent, follow=True)
    assert "密码已修改" in answer.content.decode()
    assert [is_in(here), is_in(there)] == [True, False]
    assert len(here.get(SECURITY).context["places"]) == 1
    assert is_in(signed_in(password=NEW))
    assert "accounts.password_changed" in acts()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"oldpassword": "wrong"}, "现在的密码不正确"),
        ({"password1": "short", "password2": "short"}, "密码太短"),
        ({"password2": "something-else"}, "两次输入的密码不一样"),
    ],
)
def test_a_bad_change_of_password_is_refused_in_words(cast, changes, said):
    client = signed_in()
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW} | changes
    assert said in client.post(CHANGE, sent).content.decode()
    assert User.objects.get(username="clerk").check_password(PASSWORD)
    assert "accounts.password_changed" not in acts()


def test_who_has_no_password_is_sent_to_the_administrator(cast, sign_in):
    cast.clerk.set_unusable_password()
    cast.clerk.save()
    answer = sign_in(cast.clerk).get(CHANGE, follow=True)
    assert "领取一次性验证码" in answer.content.decode()


def test_a_code_ends_sessions_of_before(cast, rf):
    client = signed_in()
    code = codes.checked(cast.clerk, codes.give_code(cast.clerk, by=None))
    codes.set_password(code, NEW, rf.post("/"))
    assert not is_in(client)
