"""Who gets a notice, when it is there, and what it may not say."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.notices.ageing import expire
from fengqiao.kernel.notices.models import LONGEST, Notice
from fengqiao.kernel.notices.sending import notify
from fengqiao.lib import personal

pytestmark = pytest.mark.django_db


def told():
    return set(Notice.objects.values_list("user__username", flat=True))


def test_a_notice_is_there_if_and_only_if_its_act_is(cast):
    with suppress(ZeroDivisionError), transaction.atomic():
        notify(cast.clerk, "任务没有完成。")
        raise ZeroDivisionError
    assert told() == set()
    with transaction.atomic():
        notify(cast.clerk, "任务没有完成。")
    assert told() == {"clerk"}


def test_several_people_are_told_at_once_and_each_once(cast, queries):
    cast.clerk.grants.create(role=Role.MEDIATOR, begins_on=date(2020, 1, 1))
    people = [cast.clerk, cast.director, cast.clerk]
    assert len(queries(lambda: notify(people, "系统今晚升级。"))) == 2
    assert Notice.objects.count() == 2


def test_a_closed_account_gets_none(cast):
    notify([cast.leaver, cast.clerk], "系统今晚升级。")
    assert told() == {"clerk"}


def test_an_account_all_of_whose_rights_are_over_gets_none(cast):
    cast.clerk.grants.update(ends_on=timezone.localdate())
    cast.director.grants.update(ends_on=timezone.localdate())
    cast.director.grants.create(role=Role.MEDIATOR, begins_on=timezone.localdate())
    notify([cast.clerk, cast.director], "系统今晚升级。")
    assert told() == {"director"}


def test_a_new_account_without_rights_is_told(db):
    notify(User.objects.create_user("new", name="俞新"), "您的账号在新的设备上登录。")
    assert told() == {"new"}


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "jobs/1/"]
)
def test_a_notice_never_leads_out_of_the_system(cast, url):
    with pytest.raises(ValueError, match="leads into the system"):
        notify(cast.clerk, "任务没有完成。", url)


@pytest.mark.parametrize(
    "text", ["请联系 13912345678。", "321202197001010018 的登记", "身份证32120219700101001x"]
)
def test_a_text_with_a_number_of_somebody_is_a_mistake_of_ours(cast, text):
    with pytest.raises(ValueError, match="no one's number"):
        notify(cast.clerk, text)


@given(st.dates(), st.integers(0, 10**9))
def test_dates_and_counts_are_no_numbers_of_somebody(day, count):
    assert not personal.NUMBER.search(f"{day:%Y-%m-%d} 核验发现 {count} 处,{day:%Y%m%d}")


def test_a_long_text_is_cut(cast):
    notify(cast.clerk, "长" * 500)
    assert len(Notice.objects.get().text) == LONGEST


def test_old_notices_expire(cast):
    notify(cast.clerk, "旧的。")
    Notice.objects.update(
        created_at=timezone.now() - timedelta(days=settings.KEPT_DAYS["notices"], minutes=1)
    )
    notify(cast.clerk, "新的。")
    expire()
    assert [notice.text for notice in Notice.objects.all()] == ["新的。"]
