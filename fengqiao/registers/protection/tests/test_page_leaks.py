"""A leak is reported at once, told of, followed up, and closed once something was done against it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.notices.models import Notice
from fengqiao.registers.protection.models import Leak

TODAY = timezone.localdate()
LIST, NEW = "/protection/leaks/", "/protection/leaks/new/"


def text_of(page):
    return page.content.decode()


def typed(**values):
    moment = timezone.localtime() - timedelta(minutes=10)
    return {
        "nature": "leaked",
        "found_at": moment.strftime("%Y-%m-%dT%H:%M"),
        "kinds": ["name", "phone"],
        "persons": "12",
        "cause": "名单发错了群",
        "contact": "0523-80000000",
    } | values


DONE = {
    "measures": "已撤回并要求删除",
    "authority": "海陵区网信办",
    "authority_told_on": TODAY.isoformat(),
    "persons_told_on": TODAY.isoformat(),
}


@pytest.fixture
def reported(world, signed_in):
    assert signed_in.clerk.post(NEW, typed()).status_code == 302
    return Leak.objects.get()


def url_of(leak, end=""):
    return f"{LIST}{leak.pk}/{end}"


def test_bureau_and_administrators_hear_of_it_at_once(world, reported):
    assert (reported.area, reported.reported_by) == (world.office, world.clerk)
    told = {world.director.pk, world.bureau.pk, world.second.pk, world.admin.pk}
    assert set(Notice.objects.values_list("user", flat=True)) == told
    assert set(Notice.objects.values_list("url", flat=True)) == {reported.get_absolute_url()}


def test_its_term_is_our_own_and_lies_with_who_may_handle_it(world, reported):
    term = Term.objects.about(reported).get()
    assert (term.rule, term.cite) == ("PRV-20", "")
    assert term.owner in (world.director, world.bureau, world.second)
    assert term.due_on - timezone.localtime(reported.found_at).date() == timedelta(days=1)


def test_how_it_happened_stands_encrypted(reported):
    with connection.cursor() as cursor:
        cursor.execute("SELECT cause FROM protection_leak")
        assert cursor.fetchone()[0].startswith("sm4:")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("nature", "", "请选择"),
        ("found_at", "", "请填发现的日期和时间"),
        ("found_at", "昨天", "应为日期和时间"),
        ("found_at", "2999-01-01T00:00", "不能晚于现在"),
        ("kinds", [], "请选择"),
        ("persons", "0", "不小于 1"),
        ("persons", "许多", "应为整数"),
        ("cause", "", "请填写"),
        ("cause", "321299198001010013 被公开", "请删去"),
        ("contact", "", "请填写"),
        ("authority_told_on", TODAY.isoformat(), "请填报告的是哪个部门"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in, field, value, said):
    page = signed_in.clerk.post(NEW, typed(**{field: value}))
    assert page.status_code == 400
    assert said in text_of(page)
    assert not Leak.objects.exists()
    assert not Notice.objects.exists()
    if field != "cause":
        assert "名单发错了群" in text_of(page)


def test_a_day_of_telling_before_the_finding_is_refused(signed_in, reported):
    early = (TODAY - timedelta(days=3)).isoformat()
    page = signed_in.director.post(
        url_of(reported, "change/"), typed(**DONE | {"persons_told_on": early})
    )
    assert page.status_code == 400
    assert "应在发现之日以后" in text_of(page)


def test_closing_wants_measures_and_everybody_told(signed_in, reported):
    close, said = url_of(reported, "close/"), {"conclusion": "已处置"}
    steps = [
        ({}, "还没有写明采取的补救措施"),
        ({"measures": DONE["measures"]}, "还没有报告履行个人信息保护职责的部门"),
        ({k: v for k, v in DONE.items() if k != "persons_told_on"}, "也没有写明不通知的理由"),
    ]
    for known, lacks in steps:
        signed_in.bureau.post(url_of(reported, "change/"), typed(**known))
        page = signed_in.bureau.post(close, said)
        assert page.status_code == 400
        assert lacks in text_of(page)
    signed_in.bureau.post(url_of(reported, "change/"), typed(**DONE))
    assert Term.objects.about(reported).get().state == TermState.MET
    assert signed_in.bureau.post(close, {"conclusion": ""}).status_code == 400
    assert signed_in.bureau.post(close, said).status_code == 302
    reported.refresh_from_db()
    assert (reported.state, reported.conclusion) == ("closed", "已处置")
    assert signed_in.bureau.post(close, said).status_code == 400


def test_a_reason_stands_for_telling_the_persons(signed_in, reported):
    known = DONE | {"persons_told_on": "", "why_not_told": "文件加密,未被打开"}
    signed_in.bureau.post(url_of(reported, "change/"), typed(**known))
    assert Term.objects.about(reported).get().state == TermState.MET
    both = known | {"persons_told_on": TODAY.isoformat()}
    page = signed_in.bureau.post(url_of(reported, "change/"), typed(**both))
    assert page.status_code == 400


def test_who_only_reported_it_sees_it_and_does_not_handle_it(signed_in, reported):
    assert signed_in.clerk.get(url_of(reported)).status_code == 200
    assert signed_in.clerk.get(url_of(reported, "change/")).status_code == 403
    assert signed_in.admin.get(url_of(reported)).status_code == 200
    assert signed_in.auditor.get(url_of(reported, "close/")).status_code == 403


def test_the_report_is_printed_with_what_the_law_wants_told(signed_in, reported):
    page = signed_in.auditor.get(url_of(reported, "print/"))
    assert page.content.startswith(b"%PDF")
    said = render_to_string("protection/papers/leak.html", {"found": reported})
    for word in ("第五十七条", "姓名、电话", "约12人", "名单发错了群", "0523-80000000"):
        assert word in said


def test_each_step_is_in_the_trail_by_the_names_of_what_changed(signed_in, reported):
    signed_in.bureau.post(url_of(reported, "change/"), typed(**DONE))
    entry = Entry.objects.about(reported).get(act="protection.leak_followed")
    assert "采取的补救措施" in entry.payload.body
    assert "已撤回" not in entry.payload.body


def test_an_outsider_finds_nothing_and_a_reader_is_refused(signed_in, reader, reported):
    for end in ("", "print/", "change/"):
        assert signed_in.stranger.get(url_of(reported, end)).status_code == 404
        assert reader.get(url_of(reported, end)).status_code == 403
    assert signed_in.stranger.get(LIST).context["rows"] == []


def test_the_list_takes_as_many_queries_for_ten_as_for_one(signed_in, reported, queries):
    one = len(queries(lambda: signed_in.bureau.get(LIST)))
    for _number in range(9):
        signed_in.clerk.post(NEW, typed())
    assert len(queries(lambda: signed_in.bureau.get(LIST))) == one
