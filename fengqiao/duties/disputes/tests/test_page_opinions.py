"""Slips are printed, a party answers on its phone, the office sees sums."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.models import Opinion, OpinionCode
from fengqiao.duties.disputes.opinions.codes import address_of, new_code
from fengqiao.duties.disputes.tests.test_opinions import GOOD, say

URL = "/disputes/opinion/"
PAGE = "/disputes/opinions/"


@pytest.fixture
def ended(office, case):
    given = {"on": timezone.localdate(), "reason": "自行和好"}
    return actions.act(case=case, name="withdraw", given=given, by=office.clerk)


@pytest.fixture
def slips(ended):
    return reverse("disputes:slips", args=[ended.pk])


def printed(clerk, slips, number=2):
    answer = clerk.post(slips, {"seen": 2, "number": number})
    assert answer.status_code == 200
    return re.findall(r'fq-code">([^<]+)<', answer.content.decode()), answer


def test_the_slips_are_shown_once_and_no_cache_keeps_them(clerk, slips):
    codes, answer = printed(clerk, slips)
    assert len(set(codes)) == 2
    assert "no-store" in answer["Cache-Control"]
    assert answer.content.count(b"data:image/png;base64,") == 2
    again = clerk.get(slips, follow=True).content.decode()
    assert "已经给每位当事人发过评价码" in again
    assert not any(code in again for code in codes)


def test_the_case_leads_to_the_slips(clerk, ended, slips):
    assert f'href="{slips}"' in clerk.get(ended.get_absolute_url()).content.decode()


def test_outsiders_do_not_find_it_and_readers_may_not(stranger, bureau, slips):
    assert stranger.get(slips).status_code == 404
    assert bureau.get(slips).status_code == 403
    assert bureau.post(slips, {"seen": 2, "number": 1}).status_code == 403


@pytest.mark.parametrize("number", ["", "0", "3", "-1", "多"])
def test_another_number_of_slips_is_refused_at_its_field(clerk, slips, number):
    answer = clerk.post(slips, {"seen": 2, "number": number})
    assert answer.status_code == 400
    assert not OpinionCode.objects.exists()


def test_who_was_overtaken_prints_nothing(clerk, slips):
    answer = clerk.post(slips, {"seen": 1, "number": 1})
    assert answer.status_code == 400
    assert not OpinionCode.objects.exists()


def test_an_open_case_has_no_slips(clerk, case):
    url = reverse("disputes:slips", args=[case.pk])
    assert clerk.get(url).url == case.get_absolute_url()
    assert clerk.post(url, {"seen": 1, "number": 1}).status_code == 400


def test_the_code_of_a_slip_stands_where_no_server_sees_it():
    code = new_code()
    assert address_of(code).endswith(f"{URL}#{code}")


def test_a_party_answers_without_signing_in(clerk, slips, client):
    (code, _second), _answer = printed(clerk, slips)
    client.logout()
    assert client.get(URL).status_code == 200
    answer = client.post(URL, {"code": code, **GOOD}, follow=True)
    assert "谢谢" in answer.content.decode()
    assert Opinion.objects.count() == 1
    again = client.post(URL, {"code": code, **GOOD})
    assert again.status_code == 400
    assert "已经用过" in again.content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"code": ""}, "请输入纸条上的评价码"),
        ({"code": "K7QF2"}, "10位字母和数字"),
        ({"code": "K7QF2-M9XTP"}, "没有这个评价码"),
        ({"overall": ""}, "请选一项"),
        ({"charged": "maybe"}, "maybe"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_code_stays_good(
    clerk, slips, client, given, said
):
    (code,), _answer = printed(clerk, slips, 1)
    answer = client.post(URL, {"code": code, **GOOD, **given})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert OpinionCode.objects.count() == 1
    assert not Opinion.objects.exists()


def test_who_tries_many_codes_is_stopped(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "opinion": "2/m/ip"}
    answers = [client.post(URL, {"code": new_code(), **GOOD}).status_code for _one in range(3)]
    assert answers == [400, 400, 429]


def test_the_office_sees_sums_from_five_on(office, clerk, django_assert_max_num_queries):
    say(office, 4)
    assert "还没有可以统计的评价" in clerk.get(PAGE).content.decode()
    say(office, 1, overall="no")
    with django_assert_max_num_queries(20):
        text = clerk.get(PAGE).content.decode()
    assert "5 份" in text
    assert "80%" in text


def test_others_see_nothing_of_it(office, stranger, mediator, bureau):
    say(office, 5)
    assert "还没有可以统计的评价" in stranger.get(PAGE).content.decode()
    assert mediator.get(PAGE).status_code == 403
    assert "80%" not in bureau.get(PAGE).content.decode()
    assert "5 份" in bureau.get(PAGE).content.decode()
