"""A second factor: set up, asked for at sign-in, wanted of roles that see personal data."""

import re
import time
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts import second_factor
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import FactorSecret, User
from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.crypto import columns
from fengqiao.kernel.crypto.ring import ring

LOGIN, SECOND = "/accounts/login/", "/accounts/login/second/"
INDEX, APP, CODES = (f"/accounts/second-factor/{part}" for part in ("", "app/", "codes/"))


def code_now(secret, ahead=0):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + ahead))


def password_step(username="clerk"):
    client = Client()
    client.post(LOGIN, {"login": username, "password": PASSWORD})
    return client


def is_in(client):
    return client.get("/").status_code == 200


def set_up(client):
    """Sets the app up on the page; its secret."""
    secret = client.get(APP).context["form"].secret
    answer = client.post(APP, {"code": code_now(secret)})
    assert answer["Location"] == CODES
    return secret


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


@pytest.fixture
def secret(cast):
    return set_up(password_step())


def test_after_the_password_the_app_is_asked_for(secret):
    client = password_step()
    assert not is_in(client)
    assert "两步验证" in client.get(SECOND).content.decode()
    client.post(SECOND, {"code": code_now(secret, 1)})
    assert is_in(client)
    entry = Entry.objects.filter(act="accounts.signed_in").latest("pk")
    assert "密码、手机验证器" in Payload.objects.get(entry=entry).body


def test_a_code_is_taken_once_even_while_it_holds(secret):
    code = code_now(secret, 1)
    first, second = password_step(), password_step()
    first.post(SECOND, {"code": code})
    page = second.post(SECOND, {"code": f" {code[:3]} {code[3:]}"})
    assert "验证码不正确" in page.content.decode()
    assert [is_in(first), is_in(second)] == [True, False]


def test_a_recovery_code_stands_for_the_app_and_is_used_once(secret):
    client = password_step()
    client.post(SECOND, {"code": code_now(secret, 1)})
    code = client.get(CODES).context["unused_codes"][0]
    other, third = password_step(), password_step()
    other.post(SECOND, {"code": code})
    third.post(SECOND, {"code": code})
    assert [is_in(other), is_in(third)] == [True, False]
    assert acts().count("accounts.recovery_code_used") == 1
    assert "accounts.factor_failed" in acts()


def test_guessing_codes_is_limited_for_the_account(secret):
    for _attempt in range(5):
        password_step().post(SECOND, {"code": "000000"})
    client = password_step()
    page = client.post(SECOND, {"code": code_now(secret, 1)}).content.decode()
    assert "失败次数过多" in page
    assert not is_in(client)


def test_the_secrets_stand_encrypted_and_are_renewed_with_the_keys(secret):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM accounts_factorsecret")
        texts = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT data FROM mfa_authenticator")
        assert secret not in str(cursor.fetchall())
    assert len(texts) == 2
    assert all(text.startswith("sm4:") for text in texts)
    assert secret in {row.text for row in FactorSecret.objects.all()}
    assert columns.uses(ring.now().encryption.current) >= 2


def test_who_removes_the_app_removes_its_secrets_and_codes(secret):
    client = password_step()
    client.post(SECOND, {"code": code_now(secret, 1)})
    answer = client.post(f"{APP}end/", follow=True)
    assert "手机验证器已停用" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert not FactorSecret.objects.exists()
    assert acts()[-1] == "accounts.factor_removed"


def test_new_recovery_codes_end_the_old_ones(secret):
    client = password_step()
    client.post(SECOND, {"code": code_now(secret, 1)})
    before = set(client.get(CODES).context["unused_codes"])
    assert client.post(f"{CODES}new/")["Location"] == CODES
    after = set(client.get(CODES).context["unused_codes"])
    assert len(after) == 10
    assert not before & after
    assert acts().count("accounts.recovery_codes_made") == 2


def test_a_wrong_code_sets_nothing_up(cast):
    client = password_step()
    client.get(APP)
    page = client.post(APP, {"code": "000000"})
    assert "验证码不正确" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_some_time_after_sign_in_the_password_is_asked_for_again(cast):
    client = password_step()
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 600
    session.save()
    asked = client.get(APP)
    assert asked["Location"].startswith("/accounts/again/")
    page = client.post(asked["Location"], {"password": "wrong"})
    assert "密码不正确" in page.content.decode()
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == APP
    assert client.get(APP).status_code == 200


def test_nobody_removes_the_key_of_another(cast):
    Authenticator.objects.create(user=cast.director, type="webauthn", data={"name": "钥匙"})
    client = password_step()
    key = Authenticator.objects.get()
    assert client.post(f"/accounts/second-factor/keys/{key.pk}/end/").status_code == 404
    assert Authenticator.objects.exists()


@pytest.fixture
def asked_for(settings):
    settings.SECOND_FACTOR = True


def test_who_sees_personal_data_sets_it_up_before_anything_else(cast, asked_for):
    client = password_step()
    for path in ("/", "/jobs/", "/accounts/security/", "/accounts/password/"):
        assert client.get(path)["Location"] == INDEX, path
    assert client.get("/", headers={"HX-Request": "true"})["HX-Redirect"] == INDEX
    assert "须先设好两步验证" in client.get(INDEX).content.decode()
    assert client.get("/health/").status_code == 200
    set_up(client)
    assert is_in(client)


def test_one_may_sign_out_before_it_is_set_up(cast, asked_for):
    client = password_step()
    client.post("/accounts/logout/")
    assert client.get("/")["Location"].startswith(LOGIN)


def test_a_removed_factor_is_wanted_again_at_once(cast, asked_for):
    client = password_step()
    set_up(client)
    client.post(f"{APP}end/")
    assert client.get("/")["Location"] == INDEX


def test_a_role_without_personal_data_is_not_asked(db, asked_for):
    user = User.objects.create_user("town", PASSWORD, name="乡镇")
    user.grants.create(role=Role.TOWNSHIP, begins_on=date(2020, 1, 1))
    assert is_in(password_step("town"))


def test_every_role_was_decided_on():
    assert set(Role) - set(second_factor.WHY) == {Role.TOWNSHIP}


def test_an_administrator_resets_at_the_counter_and_a_new_one_is_wanted(
    cast, secret, asked_for, settings
):
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=Role.SYSTEM_ADMIN, begins_on=date(2020, 1, 1))
    assert second_factor.take_away(cast.clerk, by=chief) == 2
    assert not FactorSecret.objects.exists()
    client = password_step()
    assert client.get("/")["Location"] == INDEX
    entry = Entry.objects.filter(act="accounts.factor_removed").get()
    assert entry.subject_id == cast.clerk.pk


def test_who_does_not_administer_a_person_resets_nothing(cast, secret):
    with pytest.raises(PermissionDenied):
        second_factor.take_away(cast.clerk, by=cast.bureau)
    assert Authenticator.objects.count() == 2


def test_pages_of_the_second_factor_have_no_script_or_style_of_their_own(secret):
    client = password_step()
    client.post(SECOND, {"code": code_now(secret, 1)})
    for path in (INDEX, CODES, f"{CODES}new/", f"{APP}end/", "/accounts/second-factor/keys/"):
        page = client.get(path).content.decode()
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", page)
        assert all('type="application/json"' in script for script in scripts), path
        assert " style=" not in page, path
