"""The first page after sign-in."""

from django.urls import reverse
from django.utils import timezone

from fengqiao.duties.disputes.actions import act
from fengqiao.duties.disputes.tests.made import accept, made, make_office, make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.jobs.models import Job, State

TODAY = "/"


def test_without_work_it_says_what_to_do_first(city_client):
    assert "先导入名册" in city_client.get(TODAY).content.decode()


def test_who_may_not_read_judgements_is_told_nothing_of_them(cast, sign_in):
    cast.clerk.grants.update(role=Role.MEDIATOR)
    text = sign_in(cast.clerk).get(TODAY).content.decode()
    assert "评定" not in text
    assert "今日没有待办" in text


def test_who_may_read_but_not_judge_is_told_who_does(clerk_client):
    text = clerk_client.get(TODAY).content.decode()
    assert "司法局评定后" in text
    assert "先导入名册" not in text


def test_work_that_failed_stands_on_top(clerk_client, cast):
    ended = {"state": State.FAILED, "ended_at": "2026-01-01T00:00Z", "by": cast.clerk}
    Job.objects.create(kind="x", title="导入名册", **ended)
    assert "失败" in clerk_client.get(TODAY).content.decode()


def test_an_outsider_is_sent_to_sign_in(client):
    assert client.get(TODAY).url.startswith(reverse("account_login"))


def test_it_asks_a_fixed_number_of_questions(clerk_client, queries):
    assert len(queries(lambda: clerk_client.get(TODAY))) <= 14


def test_my_open_disputes_stand_there_with_days_left_and_ground(db, sign_in):
    office = make_office()
    clerk, colleague = make_user(office), make_user(office)
    mine, done = accept(made(office, clerk), clerk), made(office, clerk)
    others = made(office, colleague)
    given = {"on": timezone.localdate(), "reason": "和好"}
    act(case=done, name="withdraw", given=given, by=clerk)
    page = sign_in(clerk).get(TODAY)
    text = page.content.decode()
    assert [case.number for case in page.context["cases"]] == [mine.number]
    assert "还有" in text
    assert "内部时限" in text
    assert "登记纠纷" in text
    assert (done.number in text, others.number in text) == (False, True)  # a term of the office
