"""The head of the chain, to be printed."""

from django.db import transaction

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.audit.checking import check
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.sealing import head
from fengqiao.kernel.trail.tests.conftest import holder

URL = "/trail/head/"


def test_it_names_the_last_link_as_the_command_takes_it(scene, opened, sign_in):
    check()
    page = sign_in(scene.auditor).get(URL).content.decode()
    assert f"{head().position}:{head().hash}" in page
    assert "完整" in page


def test_the_administrator_of_the_system_sees_it_too(scene, sign_in):
    admin = holder("admin", "邹文斌", Role.SYSTEM_ADMIN, scene.office)
    assert "还没有封存的记录" in sign_in(admin).get(URL).content.decode()
    assert sign_in(scene.clerk).get(URL).status_code == 403


def test_a_bent_trail_is_said_there(scene, sign_in):
    with transaction.atomic():
        record("audit.bent", by=None, label="发现 1 处异常")
    assert "操作记录有异常" in sign_in(scene.director).get(URL).content.decode()
