"""The first administrator is made on the machine itself, and sets his own password."""

import pytest

from fengqiao.config.upkeep.administrators import let_in, make_first
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused

pytestmark = pytest.mark.django_db
PASSWORD = "a long way to the office"


def set_password(client, code):
    typed = {"login": "guanli", "code": code, "password1": PASSWORD, "password2": PASSWORD}
    return client.post("/accounts/code/", typed)


def test_the_code_sets_the_password_with_which_he_signs_in(client):
    code = make_first("guanli", "邹文斌")
    user = User.objects.get()
    assert not user.has_usable_password()
    [held] = user.held
    assert (held.role, held.path) == (Role.SYSTEM_ADMIN, "")
    assert set_password(client, code).status_code == 302
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    entry = Entry.objects.get(act="upkeep.administrator_made")
    assert "邹文斌" not in entry.label
    assert "邹文斌" in entry.payload.body


def test_a_second_first_administrator_is_refused():
    make_first("guanli", "邹文斌")
    with pytest.raises(InputRefused, match="已有系统管理员"):
        make_first("another", "李某")
    assert User.objects.count() == 1


@pytest.mark.parametrize(("username", "name"), [("", "邹文斌"), ("a b", "邹文斌"), ("guanli", "")])
def test_what_is_no_account_is_refused(username, name):
    with pytest.raises(InputRefused):
        make_first(username, name)
    assert not User.objects.exists()


def test_an_administrator_who_is_locked_out_gets_a_code_and_nobody_else_does(client, cast):
    make_first("guanli", "邹文斌")
    assert set_password(client, let_in("guanli")).status_code == 302
    with pytest.raises(InputRefused, match="没有这个系统管理员"):
        let_in("clerk")
    User.objects.filter(username="guanli").update(is_active=False)
    with pytest.raises(InputRefused):
        let_in("guanli")
