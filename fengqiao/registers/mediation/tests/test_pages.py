"""The lists and the pages of one body and one mediator."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.enums import BodyKind, End
from fengqiao.registers.mediation.tests.made import make_body
from fengqiao.registers.people.tests.made import make_office

BODIES, MEDIATORS = "/mediation/", "/mediation/mediators/"


def text_of(page):
    assert page.status_code == 200
    return page.content.decode()


def names(page):
    text_of(page)
    return [str(getattr(row, "body", None) or row.mediator) for row in page.context["rows"]]


def test_the_list_shows_members_term_open_cases_and_what_is_missing(world, signed_in):
    text = text_of(signed_in.clerk.get(BODIES))
    for words in ("京泰路人民调解委员会", "3 人", "2028-03-01", "0 件", "项待补"):
        assert words in text


def test_an_empty_register_says_what_to_do_first(world, signed_in):
    assert "还没有登记调解组织" in text_of(signed_in.stranger.get(BODIES))
    assert "还没有登记调解员" in text_of(signed_in.stranger.get(MEDIATORS))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=studio", ["某工作室"]),
        ("name=人民", ["京泰路人民调解委员会"]),
        ("state=gone", ["旧调委会"]),
        ("kind=nonsense", ["京泰路人民调解委员会", "某工作室"]),
        ("name=没有的", []),
    ],
)
def test_the_address_says_which_bodies(world, signed_in, asked, found):
    make_body(world.office, name="某工作室", kind=BodyKind.STUDIO, people=())
    gone = make_body(world.office, name="旧调委会", people=())
    actions.close(body=gone, on=date(2026, 1, 1), why="并村", by=world.clerk)
    assert sorted(names(signed_in.clerk.get(f"{BODIES}?{asked}"))) == sorted(found)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"孙桂芳", "薛秀英"}),
        ("good_at=family", {"孙桂芳"}),
        ("full_time=yes", {"孙桂芳"}),
        ("full_time=no", {"薛秀英"}),
        ("state=gone", {"常德贵"}),
        ("name=薛", {"薛秀英"}),
    ],
)
def test_the_address_says_which_mediators(world, signed_in, asked, found):
    seats = {seat.mediator.name: seat for seat in world.committee.seats.all()}
    about = {"specialities": ["family"], "full_time": True}
    actions.change_mediator(mediator=seats["孙桂芳"].mediator, values=about, by=world.clerk)
    end = date(2026, 1, 1)
    actions.end_seat(seat=seats["常德贵"], on=end, end=End.RESIGNED, by=world.clerk)
    assert set(names(signed_in.clerk.get(f"{MEDIATORS}?{asked}"))) == found


@pytest.mark.parametrize(
    ("url", "title"), [(f"{BODIES}export/", "名称"), (f"{MEDIATORS}export/", "姓名")]
)
def test_a_list_leaves_as_a_workbook_with_its_filter_and_a_number(world, signed_in, url, title):
    answer = signed_in.clerk.get(f"{url}?name=没有的")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert any("没有的" in str(row[0]) for row in rows)
    assert any(str(row[0]).startswith("导出编号") for row in rows)
    full = load_workbook(BytesIO(signed_in.clerk.get(url).content)).active
    head = next(at for at, row in enumerate(full.iter_rows(values_only=True)) if row[0] == title)
    assert full.max_row - head - 1 == {"名称": 1, "姓名": 3}[title]
    assert Entry.objects.filter(act="mediation.exported").count() == 2


def test_the_page_of_a_body_names_who_sits_sat_and_what_is_not_met(world, signed_in):
    seat = world.committee.seats.get(mediator__name="常德贵")
    actions.end_seat(seat=seat, on=date(2026, 1, 1), end=End.RESIGNED, by=world.clerk)
    text = text_of(signed_in.clerk.get(world.committee.get_absolute_url()))
    for words in ("孙桂芳", "现有委员2人", "第三十四条", "2026-01-01 本人辞任", "换届"):
        assert words in text


def test_the_page_of_a_mediator_names_seats_and_trainings(world, signed_in):
    mediator = world.committee.seats.first().mediator
    actions.train(mediators=[mediator], on=date(2026, 3, 3), by=None, subject="调解技巧", hours=4)
    text = text_of(signed_in.clerk.get(mediator.get_absolute_url()))
    for words in ("京泰路人民调解委员会", "调解技巧", "4 学时"):
        assert words in text


def test_a_mediator_reads_and_changes_nothing(world, signed_in):
    url = world.committee.get_absolute_url()
    text = text_of(signed_in.mediator.get(url))
    assert "登记任职" not in text
    assert "换届" not in text
    assert signed_in.mediator.get(f"{url}change/").status_code == 403


def test_outsiders_find_nothing_and_who_has_no_business_is_refused(world, signed_in):
    url = world.committee.get_absolute_url()
    mediator = world.committee.seats.first().mediator.get_absolute_url()
    assert signed_in.stranger.get(url).status_code == 404
    assert signed_in.stranger.get(mediator).status_code == 404
    assert signed_in.police.get(BODIES).status_code == 403
    assert signed_in.city.get(f"{url}change/").status_code == 403


def test_a_page_takes_as_many_queries_for_many_rows(world, signed_in, queries):
    client = signed_in.clerk
    counted = {}
    for number in range(5):
        for url in (BODIES, MEDIATORS):
            client.get(url)
            counted.setdefault(url, set()).add(len(queries(lambda url=url: client.get(url))))
        make_body(world.office, name=f"{number}调委会", people=(f"甲{number}", f"乙{number}"))
    assert [len(numbers) for numbers in counted.values()] == [1, 1]


def test_the_offices_of_many_rows_are_named_in_one_statement(world, signed_in, queries):
    client, counted = signed_in.bureau, {}
    for code, name in (("321202008", "城东司法所"), ("321202009", "城西司法所")):
        make_body(make_office(code, name), name=f"{name}调委会", people=(f"{name}某",))
        for url in (BODIES, f"{BODIES}export/", f"{MEDIATORS}export/"):
            client.get(url)
            counted.setdefault(url, set()).add(len(queries(lambda url=url: client.get(url))))
        assert name in text_of(client.get(BODIES))
    assert [len(numbers) for numbers in counted.values()] == [1, 1, 1]


def test_what_a_committee_declared_of_itself_is_said_in_words(world, signed_in):
    url = world.committee.get_absolute_url()
    assert "False" not in text_of(signed_in.clerk.get(url))
    type(world.committee).objects.filter(pk=world.committee.pk).update(multi_ethnic=True)
    text = text_of(signed_in.clerk.get(url))
    assert "有人数较少民族的成员" in text
    assert "True" not in text
