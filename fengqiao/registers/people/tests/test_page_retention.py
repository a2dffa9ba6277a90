"""The pages of retention, where persons are listed, held back and destroyed."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from time_machine import travel

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.people.tests.made import make_person, make_user
from fengqiao.registers.protection.models import Destruction, Hold
from fengqiao.registers.protection.proposing import propose

TODAY = timezone.localdate()
LIST = "/protection/"


def text_of(page):
    return page.content.decode()


@pytest.fixture
def old(offices):
    day = TODAY - timedelta(days=4 * 366)
    with travel(datetime.combine(day, time(12), tzinfo=timezone.get_current_timezone())):
        return make_person(offices.own, by=offices.clerk, name="周海涛")


@pytest.fixture
def url(old):
    propose(TODAY)
    return Destruction.objects.get().get_absolute_url()


@pytest.fixture
def director(offices, sign_in):
    return sign_in(offices.director)


def ask(client, url, **values):
    return client.post(f"{url}ask/", {"reason": "多年无事项", "checked": "on"} | values)


def test_the_list_is_asked_for_by_one_and_confirmed_by_another(clerk, director, old, url):
    assert ask(clerk, url).status_code == 302
    assert "核对人不能" not in text_of(director.get(url))
    page = director.post(f"{url}confirm/", follow=True)
    assert "已销毁 1 条" in text_of(page)
    old.refresh_from_db()
    assert old.name == "(已销毁)"
    assert clerk.get(f"/people/{old.pk}/").status_code == 404
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {"protection.asked", "protection.destroyed", "people.erased"} <= acts


def test_who_looked_through_it_does_not_confirm_it(director, old, url):
    ask(director, url)
    assert "请另一位有权限的同志批准" in text_of(director.get(url))
    page = director.post(f"{url}confirm/", follow=True)
    assert "核对人不能批准自己核对的清册" in text_of(page)
    old.refresh_from_db()
    assert old.name == "周海涛"


@pytest.mark.parametrize(
    ("field", "said"), [("reason", "请写明为什么可以销毁"), ("checked", "核对后才能提请销毁")]
)
def test_what_lacks_is_said_and_what_was_typed_stays(clerk, url, field, said):
    page = ask(clerk, url, **{field: ""})
    assert page.status_code == 400
    assert said in text_of(page)
    if field == "checked":
        assert "多年无事项" in text_of(page)
    assert Destruction.objects.get().state == "proposed"


def test_a_list_that_is_given_back_is_looked_through_again(clerk, director, url):
    ask(clerk, url)
    assert director.post(f"{url}return/", {"returned": ""}).status_code == 400
    assert director.post(f"{url}return/", {"returned": "再核一遍"}).status_code == 302
    assert "再核一遍" in text_of(clerk.get(url))
    assert ask(clerk, url).status_code == 302


def test_the_bureau_confirms_by_numbers_and_sees_no_record(offices, sign_in, clerk, old, url):
    ask(clerk, url)
    bureau = sign_in(make_user(Area.objects.get_parent(offices.own), Role.DISTRICT_BUREAU))
    page = text_of(bureau.get(url))
    assert f"人员档案 {old.pk} 号" in page
    assert f"/people/{old.pk}/" not in page
    assert "周海涛" not in page
    assert "已销毁 1 条" in text_of(bureau.post(f"{url}confirm/", follow=True))


def test_the_printed_list_names_nobody(clerk, offices, url):
    from django.template.loader import render_to_string

    assert clerk.get(f"{url}print/").content.startswith(b"%PDF")
    listed = Destruction.objects.get()
    said = render_to_string(
        "protection/papers/destruction.html", {"listed": listed, "items": listed.items.all()}
    )
    assert "周海涛" not in said


def test_a_person_is_held_back_and_let_go(director, old, url):
    hold = f"/protection/holds/people.person/{old.pk}/"
    assert hold in text_of(director.get(f"/people/{old.pk}/"))
    assert director.post(hold, {"reason": ""}).status_code == 400
    past = (TODAY - timedelta(days=1)).isoformat()
    page = director.post(hold, {"reason": "诉讼", "until": past})
    assert page.status_code == 400
    assert "截止日不能早于今天" in text_of(page)
    assert director.post(hold, {"reason": "诉讼正在办理"}).status_code == 302
    assert "诉讼正在办理" in text_of(director.get(f"/people/{old.pk}/"))
    assert "暂缓销毁" in text_of(director.get(url))
    lift = Hold.objects.get().get_absolute_url()
    assert lift in text_of(director.get(LIST))
    assert director.post(lift, {"reason": "已办结"}).status_code == 302
    assert Hold.objects.get().lifted_on == TODAY
    assert director.post(lift, {"reason": "再来"}).status_code == 400


def test_periods_that_are_not_verified_say_so_and_are_not_cited(clerk):
    page = text_of(clerk.get(LIST))
    assert "未经核实,不作为依据引用".replace(",", "，") in page
    assert "内部规定" not in page


def test_an_outsider_finds_nothing_and_a_reader_is_refused(stranger, reader, old, url):
    for address in (url, f"{url}print/"):
        assert stranger.get(address).status_code == 404
        assert reader.get(address).status_code == 403
    assert ask(stranger, url).status_code == 404
    assert stranger.get(LIST).context["open"] == []
    for kind in ("people.person", "nothing"):
        assert stranger.get(f"/protection/holds/{kind}/{old.pk}/").status_code == 403


def test_a_kind_that_is_none_and_a_person_of_another_office_are_not_found(director, offices):
    stranger = make_person(offices.other, by=offices.stranger)
    assert director.get(f"/protection/holds/people.person/{stranger.pk}/").status_code == 404
    assert director.get("/protection/holds/nothing/1/").status_code == 404


def more(count, offices):
    """So many more lists that are done, and records held back."""
    for number in range(count):
        Destruction.objects.create(
            kind="people.person",
            area=offices.own,
            state="redone",
            rule="KEP-01",
            period="3年",
            proposed_on=TODAY,
            destroyed_on=TODAY,
        )
        Hold.objects.create(
            kind="people.person",
            subject_id=number,
            area=offices.own,
            reason="诉讼",
            since=TODAY,
            by=offices.director,
        )


def test_the_pages_take_as_many_queries_for_ten_records_as_for_one(
    clerk, director, offices, old, url, queries
):
    one = len(queries(lambda: clerk.get(url)))
    listed = Destruction.objects.get()
    for number in range(9):
        listed.items.create(subject_id=10_000 + number, made_at=timezone.now(), used_on=TODAY)
    assert len(queries(lambda: clerk.get(url))) == one
    more(1, offices)
    one = len(queries(lambda: clerk.get(LIST)))
    more(9, offices)
    assert len(queries(lambda: clerk.get(LIST))) == one
