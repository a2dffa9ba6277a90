import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.people.tests.made import make_user

SAID = "13812345678"


@pytest.fixture
def url(case):
    return case.get_absolute_url()


def text_of(page):
    return page.content.decode()


def test_who_how_far_and_what_next(clerk, case, url, office):
    accept(case, office.clerk)
    page = clerk.get(url)
    text = text_of(page)
    for shown in ("已受理", "周**", "138****5678", "登记书面告知", "调解期限", office.clerk.name):
        assert shown in text
    assert SAID not in text
    assert "周海涛" not in text
    assert "no-store" in page["Cache-Control"]


def test_that_it_was_looked_at_is_recorded(clerk, case, url, office):
    clerk.get(url)
    entry = Entry.objects.about(case).get(act="disputes.seen")
    assert (entry.by, entry.label) == (office.clerk, case.number)


def test_parties_are_opened_by_a_post_in_this_answer_alone(clerk, case, url, office):
    page = clerk.post(f"{url}open/")
    assert SAID in text_of(page)
    assert "周海涛" in text_of(page)
    assert "no-store" in page["Cache-Control"]
    assert SAID not in text_of(clerk.get(url))
    entry = Entry.objects.about(case).get(act="disputes.opened")
    assert entry.by == office.clerk
    assert clerk.get(f"{url}open/").status_code == 405


def test_outsiders_find_nothing_and_readers_are_refused(
    stranger, bureau, office, case, url, sign_in
):
    other = sign_in(office.other_mediator)
    for client in (stranger, other):
        assert client.get(url).status_code == 404
        for part in ("open/", "do/accept/", "parties/new/"):
            assert client.post(f"{url}{part}").status_code == 404
        assert client.get(f"{url}notice/").status_code == 404
    township = sign_in(make_user(office.area, Role.TOWNSHIP))
    assert township.get(url).status_code == 403
    for part in ("open/", "do/accept/", "parties/new/"):
        assert bureau.post(f"{url}{part}").status_code == 403


def test_a_bureau_sees_how_far_it_is_and_nothing_of_whom_or_what(bureau, clerk, office):
    case = made(office.area, office.clerk, summary="院墙漏水", request="赔偿两千元")
    given = {"on": timezone.localdate(), "reason": "两家和好"}
    actions.act(case=case, name="withdraw", given=given, by=office.clerk)
    text = text_of(bureau.get(case.get_absolute_url()))
    assert case.number in text
    assert "撤回" in text
    for hidden in ("周", "院墙", "两千", "和好", "其他办理", "打开完整信息"):
        assert hidden not in text
    own = text_of(clerk.get(case.get_absolute_url()))
    assert "院墙漏水" in own
    assert "和好" in own


def test_an_act_that_cannot_be_done_yet_is_grey_and_says_why(clerk, office):
    case = made(office.area, office.clerk, parties=[{"name": "周海涛"}])
    text = text_of(clerk.get(case.get_absolute_url()))
    assert "当事人不足两方" in text
    assert f"{case.get_absolute_url()}do/accept/" not in text


def test_a_mistake_stays_in_the_timeline(clerk, case, url, office):
    accept(case, office.clerk)
    actions.take_back(case=case, reason="点错了", by=office.director)
    text = text_of(clerk.get(url))
    assert f"已由{office.director.name}撤销" in text
    assert "点错了" in text


def test_a_text_of_people_is_no_mark_up(clerk, office):
    case = made(office.area, office.clerk, summary="<script>alert(1)</script>")
    assert "<script>alert" not in text_of(clerk.get(case.get_absolute_url()))


def test_the_page_takes_as_many_queries_for_a_long_story(clerk, case, url, office, queries):
    accept(case, office.clerk)
    clerk.get(url)
    one = len(queries(lambda: clerk.get(url)))
    for to in (office.mediator, office.clerk) * 3:
        given = {"to": to, "reason": "轮班"}
        actions.act(case=case, name="hand_over", given=given, by=office.director)
    assert len(queries(lambda: clerk.get(url))) == one
