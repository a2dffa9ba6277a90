from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.duties.disputes.enums import Kind, Matter
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.people.tests.made import make_user

URL = "/disputes/"


def text_of(page):
    assert page.status_code == 200
    return page.content.decode()


def numbers(page):
    text_of(page)
    return [row["case"].number for row in page.context["rows"]]


def test_an_empty_list_says_what_to_do_first(clerk):
    assert "还没有纠纷" in text_of(clerk.get(URL))


def test_parties_are_masked_and_the_next_date_stands_there(clerk, case):
    text = text_of(clerk.get(URL))
    assert case.number in text
    assert "周**、钱**" in text
    assert "还有" in text
    for hidden in ("周海涛", "13812345678"):
        assert hidden not in text


def test_the_newest_stand_first(clerk, office, case):
    earlier = timezone.localdate() - timedelta(days=3)
    made(office.area, office.clerk, registered_on=earlier)
    newest = made(office.area, office.clerk)
    assert numbers(clerk.get(URL)) == [
        newest.number,
        case.number,
        case.number.replace("1号", "2号"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("state=registered", 2),
        ("state=accepted", 1),
        ("state=open", 3),
        ("state=withdrawn", 0),
        ("matter=labour", 1),
        ("kind=administrative", 1),
        ("only=mine", 2),
        ("only=late", 1),
        ("since=2026-11-01&until=1999-01-01", 0),
        ("since=nonsense&state=nonsense", 3),
    ],
)
def test_the_address_says_which(clerk, office, asked, found):
    accept(made(office.area, office.clerk), office.clerk)
    made(office.area, office.mediator, matter=Matter.LABOUR, by=office.clerk)
    long_ago = timezone.localdate() - timedelta(days=60)
    made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE, registered_on=long_ago)
    assert len(numbers(clerk.get(f"{URL}?{asked}"))) == found


def test_pages_follow_one_another_without_a_gap_and_lead_back(clerk, office, monkeypatch):
    monkeypatch.setattr("fengqiao.kernel.ui.day_pages.day_page_of.__defaults__", (2,))
    today = timezone.localdate()
    for days in (0, 1, 1, 1, 2):
        made(office.area, office.clerk, registered_on=today - timedelta(days=days))
    page, seen, places = clerk.get(URL), [], []
    while True:
        seen.append(numbers(page))
        if not (older := page.context["page"].older):
            break
        places.append(older)
        page = clerk.get(f"{URL}?after={older}")
    assert [len(part) for part in seen] == [2, 2, 1]
    ordered = Dispute.objects.order_by("-registered_on", "-pk").values_list("number", flat=True)
    assert [number for part in seen for number in part] == list(ordered)
    back = clerk.get(f"{URL}?before={page.context['page'].newer}")
    assert numbers(back) == seen[1]
    first = clerk.get(f"{URL}?before={back.context['page'].newer}")
    assert (numbers(first), first.context["page"].newer) == (seen[0], "")


@pytest.mark.parametrize(
    "place", ["x", "2026-13-45.1", "2026-01-01", "2026-01-01.99999999999999999999"]
)
def test_a_place_that_is_none_leads_to_the_first_page(clerk, case, place):
    assert numbers(clerk.get(f"{URL}?after={place}")) == [case.number]


def test_a_bureau_sees_number_state_and_office_and_nobodys_name(bureau, case):
    text = text_of(bureau.get(URL))
    assert case.number in text
    for hidden in ("周", "登记纠纷</a>"):
        assert hidden not in text


def test_a_mediator_sees_his_own(mediator, office, case):
    own = made(office.area, office.mediator)
    assert numbers(mediator.get(URL)) == [own.number]


def test_another_district_sees_nothing_and_a_reader_is_refused(stranger, office, case, sign_in):
    assert numbers(stranger.get(URL)) == []
    assert sign_in(make_user(office.area, Role.TOWNSHIP)).get(URL).status_code == 403


def test_the_page_takes_as_many_queries_for_many_rows(clerk, office, queries):
    made(office.area, office.clerk)
    clerk.get(URL)
    one = len(queries(lambda: clerk.get(URL)))
    for _number in range(12):
        made(office.area, office.clerk)
    assert len(queries(lambda: clerk.get(URL))) == one
