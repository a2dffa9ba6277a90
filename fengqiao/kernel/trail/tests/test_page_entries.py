"""The trail of an area: who may read it, how it is narrowed, and that reading it is recorded."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.audit.recording import record

URL = "/trail/"


def page(client, **asked):
    return client.get(URL, asked)


def test_the_director_reads_what_was_done_in_his_office(scene, opened, sign_in):
    with transaction.atomic():
        record("accounts.signed_out", by=scene.clerk, area=scene.beside)
    said = page(sign_in(scene.director)).content.decode()
    assert "许晓燕打开了人员档案 7 号中的完整信息" in said
    assert "许晓燕退出登录" not in said
    assert "张三" not in said


def test_the_auditor_reads_that_of_all_offices_of_his_area(scene, opened, sign_in):
    with transaction.atomic():
        record("accounts.signed_out", by=scene.clerk, area=scene.beside)
    said = page(sign_in(scene.auditor)).content.decode()
    assert "许晓燕打开了人员档案 7 号中的完整信息" in said
    assert "许晓燕退出登录" in said
    assert "许晓燕" not in page(sign_in(scene.abroad)).content.decode()


def test_who_reads_no_trail_is_refused(scene, client, sign_in):
    assert page(sign_in(scene.clerk)).status_code == 403
    assert page(client).status_code == 302


def test_that_it_was_read_stands_in_it_once_for_all_its_pages(scene, opened, sign_in):
    auditor = sign_in(scene.auditor)
    page(auditor, who="clerk")
    page(auditor, who="clerk", before="1-1")
    looked = Entry.objects.get(act="audit.listed")
    assert (looked.by, looked.district) == (scene.auditor, opened.district)
    assert "操作人:clerk" in Payload.objects.get(entry=looked).body


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"who": "clerk"}, True),
        ({"who": "许晓燕"}, True),
        ({"who": "director"}, False),
        ({"act": "people.opened"}, True),
        ({"act": "people.seen"}, False),
        ({"kind": "read"}, True),
        ({"kind": "export"}, False),
        ({"since": "today", "until": "today"}, True),
        ({"until": "yesterday"}, False),
        ({"subject": "accounts.user", "number": "clerk"}, True),
        ({"subject": "accounts.user", "number": "1000000"}, False),
    ],
)
def test_it_is_narrowed_by_days_person_act_and_record(scene, opened, sign_in, asked, there):
    today = timezone.localdate()
    words = {"today": today, "yesterday": today - timedelta(days=1), "clerk": scene.clerk.pk}
    named = {name: words.get(text, text) if name != "who" else text for name, text in asked.items()}
    said = page(sign_in(scene.director), **named).content.decode()
    assert ("人员档案 7 号" in said) is there


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"who": "没有这人"}, "没有这个人的账号"),
        ({"since": "2026-13-01"}, "应为日期"),
        ({"since": "2026-02-01", "until": "2026-01-01"}, "结束日期不能早于开始日期"),
        ({"subject": "accounts.user"}, "对象和对象编号要一起填"),
        ({"act": "no.such"}, "no.such"),
    ],
)
def test_what_cannot_be_asked_is_said(scene, opened, sign_in, asked, sentence):
    answer = page(sign_in(scene.director), **asked)
    assert answer.status_code == 200  # the filter is sent with each change of a field
    assert sentence in answer.content.decode()
    assert "人员档案 7 号" not in answer.content.decode()


@pytest.mark.parametrize("mark", ["x", "9" * 17 + "-1", "1-" + "9" * 18, "-"])
def test_a_mark_that_was_made_up_harms_nothing(scene, opened, sign_in, mark):
    director = sign_in(scene.director)
    assert page(director, before=mark).status_code == 200
    assert page(director, after=mark).status_code == 200


def test_pages_follow_each_other_without_a_gap_and_without_a_count(scene, sign_in, queries):
    with transaction.atomic():
        for _turn in range(120):
            record("accounts.signed_out", by=scene.clerk, area=scene.office)
    director = sign_in(scene.director)
    first = page(director).context["stretch"]
    second = page(director, before=first.older).context["stretch"]
    third = page(director, before=second.older).context["stretch"]
    back = page(director, after=third.newer).context["stretch"]
    seen = [row.pk for rows in (first, second, third) for row in rows.rows]
    assert len(seen) == len(set(seen)) == Entry.objects.exclude(act="audit.listed").count()
    assert seen == sorted(seen, reverse=True)
    assert [row.pk for row in back.rows] == [row.pk for row in second.rows]
    assert (third.older, bool(third.newer)) == ("", True)
    asked = queries(lambda: page(director, before=first.older))
    assert len(asked) <= 9
    assert not [one for one in asked if "COUNT(" in one and "audit_entry" in one]
