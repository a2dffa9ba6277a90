"""Which passwords are taken; the rules are said in Chinese."""

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from fengqiao.config import signing_in
from fengqiao.kernel.accounts.models import User

PERSON = User(username="luojiaqiang", name="罗家强", phone="+8613800001234")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kA7!x", "密码太短,至少要 10 位。"),
        ("password123", "这个密码太常见,容易被猜到。"),
        ("83610572946158", "密码不能全是数字。"),
        ("luojiaqiang1", "密码与用户名太相似。"),
        ("13800001234a", "密码与手机号太相似。"),
    ],
)
def test_a_weak_password_is_refused_in_words(password, said):
    with pytest.raises(ValidationError) as caught:
        validate_password(password, PERSON)
    assert said in " ".join(caught.value.messages)


def test_a_long_uncommon_password_is_taken():
    assert validate_password("yun-he-li-xian", PERSON) is None


def test_passwords_are_hashed_with_argon2(settings):
    settings.PASSWORD_HASHERS = signing_in.PASSWORD_HASHERS
    assert identify_hasher(make_password("yun-he-li-xian")).algorithm == "argon2"
