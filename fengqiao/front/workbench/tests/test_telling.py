"""Terms that come to their end are told to their owner, and at last to his director."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.deadlines.terms import Length
from fengqiao.kernel.deadlines.watching import watch
from fengqiao.kernel.notices.models import Notice
from fengqiao.lib.days import Unit

pytestmark = pytest.mark.django_db

MONTH = Length(30, Unit.DAYS, rolls=True)


@pytest.fixture
def office(db) -> Area:
    (city,) = grow([(None, AreaKind.CITY)])
    (office,) = grow([(city, AreaKind.OFFICE)])
    return office


@pytest.fixture
def term(cast, office) -> Term:
    cast.director.grants.all().delete()
    cast.director.grants.create(role=Role.DIRECTOR, area=office, begins_on=date(2020, 1, 1))
    return begin(cast, office, date(2026, 9, 1))


def begin(cast, office, on) -> Term:
    return terms.start(
        cast.city,
        "answer",
        title="答复查阅申请",
        length=MONTH,
        on=on,
        area=office,
        owner=cast.clerk,
        by=cast.clerk,
        url="/deadlines/",
    )


def texts(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("text", flat=True))


def test_the_owner_is_told_and_the_page_is_named(term, cast):
    watch(date(2026, 9, 28))
    (notice,) = Notice.objects.filter(user=cast.clerk)
    assert notice.text == "期限“答复查阅申请”即将到期,到期日2026-10-08(星期四)。"
    assert notice.url == term.url
    assert texts(cast.director) == []


def test_what_stays_undone_reaches_the_director_of_the_office(term, cast):
    watch(date(2026, 10, 12))
    assert "已报上级" in texts(cast.clerk)[-1]
    assert "已报上级" in texts(cast.director)[-1]
    assert texts(cast.city) == []


@time_machine.travel("2026-10-06 09:00:00+08:00")
def test_the_first_page_shows_what_is_due_with_days_left_and_the_link(term, clerk_client):
    page = clerk_client.get("/").content.decode()
    assert "还有2天" in page
    assert 'href="/deadlines/"' in page


@time_machine.travel("2026-10-12 09:00:00+08:00")
def test_the_first_page_shows_what_is_overdue(term, clerk_client):
    assert "逾期4天" in clerk_client.get("/").content.decode()


def test_what_is_due_later_or_elsewhere_is_not_on_the_first_page(
    cast, office, clerk_client, sign_in
):
    later = begin(cast, office, timezone.localdate() + timedelta(days=30))
    assert later.title not in clerk_client.get("/").content.decode()
    assert later.title not in sign_in(cast.bureau).get("/").content.decode()
