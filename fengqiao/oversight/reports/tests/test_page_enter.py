"""Entering the number of a month from before the system."""

import pytest

from fengqiao.duties.disputes.tests.made import make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.lib.typography import typeset
from fengqiao.oversight.reports.models import ReportedFigure

URL = "/reports/monthly/321202007/2024-03/enter/"
PAGE = "/reports/monthly/?month=2024-03&area=321202007"


@pytest.fixture
def head(offices, sign_in):
    return sign_in(make_user(offices[0], Role.DIRECTOR))


def test_the_number_is_compared_with_from_then_on(head, ledger):
    assert "填报上报数" in head.get(PAGE).content.decode()
    answer = head.post(URL, {"month": "2023-03", "value": "8"}, follow=True)
    assert typeset("上报数已填报。") in answer.content.decode()
    said = answer.context["made"].year_on_year
    assert (said.diff, said.source) == (-4, "reported")


def test_a_correction_leaves_the_first_number_to_be_seen(head, ledger):
    for value in ("8", "9", "9"):
        assert head.post(URL, {"month": "2023-03", "value": value}).status_code == 302
    assert list(ReportedFigure.objects.order_by("pk").values_list("value", flat=True)) == [8, 9]
    text = head.get(URL).content.decode()
    assert text.index("9 件") < text.index("8 件")
    assert text.count("已更正") == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"month": "2023-03", "value": "-1"}, "0"),
        ({"month": "2023-03", "value": ""}, "2023-03"),
        ({"month": "三月", "value": "8"}, "不是月份"),
        ({"month": "2999-03", "value": "8"}, "还没有开始"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(head, ledger, typed, said):
    page = head.post(URL, typed)
    assert page.status_code == 400
    assert said in page.content.decode()
    assert not ReportedFigure.objects.exists()


def test_who_only_reads_is_refused_and_the_outsider_finds_nothing(offices, ledger, sign_in):
    clerk = sign_in(make_user(offices[0]))
    stranger = sign_in(make_user(offices[2], Role.DIRECTOR))
    for send in (clerk.get, clerk.post):
        assert send(URL).status_code == 403
    for send in (stranger.get, stranger.post):
        assert send(URL).status_code == 404
    assert "填报上报数" not in clerk.get(PAGE).content.decode()


def test_the_page_asks_a_few_times_only(head, ledger, django_assert_max_num_queries):
    head.get(URL)
    with django_assert_max_num_queries(25):
        head.get(URL)
