"""The few figures of a place in a period: for whom, of what, and what each opens."""

import json
from datetime import date
from fractions import Fraction

import pytest

from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import make_user
from fengqiao.duties.disputes.tests.test_figures import place
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.indicators.figures import together
from fengqiao.kernel.indicators.registry import indicators
from fengqiao.kernel.indicators.spans import SPANS
from fengqiao.kernel.indicators.totals import totals
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.tests.test_page_monthly import city, clerk, district  # noqa: F401
from fengqiao.registers.organisations.models import OfficeClass

MARCH = "/reports/?kind=month&on=2024-03-15&area="


def cards(page):
    assert page.status_code == 200
    return {card.now.indicator.id.partition(".")[2]: card for card in page.context["cards"]}


def test_many_figures_at_once_are_what_each_is_alone(offices, ledger, django_assert_num_queries):
    pks = [office.pk for office in offices]
    periods = SPANS["month"].last(Month(2024, 4).period, 4)
    asked = [(one, period) for one in indicators() for period in periods]
    with django_assert_num_queries(1):
        found = totals(asked, pks)
    for (one, period), value in zip(asked, found, strict=True):
        alone = together(one, period, pks)[()]
        assert (one.id, value.of, value.among or 0) == (one.id, alone.of, alone.among or 0)
    assert any(value.of for value in found)


def test_a_statement_holds_only_so_many_offices(offices, ledger, monkeypatch):
    pks = [office.pk for office in offices]
    asked = [(one, Month(2024, 3).period) for one in indicators()]
    whole = totals(asked, pks)
    monkeypatch.setattr("fengqiao.kernel.indicators.totals.MOST_VALUES", 9)
    assert totals(asked, pks) == whole


def test_each_figure_stands_beside_its_goal_and_its_past(city, ledger):  # noqa: F811
    found = cards(city.get(MARCH + "321202"))
    assert len(found) == 8
    rate = found["success_rate"]
    assert (rate.now.said, rate.now.of_among) == ("66.7%", "2/3")
    assert (rate.goal, rate.is_reached) == ("98%", False)
    assert found["accepted"].now.said == "4 件"
    assert (found["accepted"].before.said, found["accepted"].change) == ("1 件", "升 3 件")
    assert found["amount"].now.said == "0.30 万元"
    assert found["mediation_rate"].beside.of_among == "4/4"


@pytest.mark.parametrize(("today", "reached"), [((2024, 3, 31), None), ((2024, 4, 1), False)])
def test_what_has_not_ended_has_missed_nothing(today, reached, city, ledger, monkeypatch):  # noqa: F811
    monkeypatch.setattr("fengqiao.oversight.reports.board.timezone.localdate", lambda: date(*today))
    assert cards(city.get(MARCH + "321202"))["success_rate"].is_reached is reached


def test_what_lies_before_the_first_case_is_not_nought(city, ledger):  # noqa: F811
    page = city.get(MARCH + "321202")
    assert cards(page)["accepted"].year_before.said == "无"
    assert cards(page)["accepted"].change_of_year == ""
    assert page.context["chart"]["table"]["rows"][0][0] == "2024年2月"


def test_a_rate_among_none_is_no_rate(city, ledger):  # noqa: F811
    found = cards(city.get("/reports/?kind=month&on=2024-05-15&area=321202"))
    assert (found["success_rate"].now.said, found["success_rate"].is_reached) == ("无", None)
    assert found["accepted"].now.said == "0 件"


def test_every_number_opens_just_its_rows(city, ledger):  # noqa: F811
    for card in cards(city.get(MARCH + "321200")).values():
        of, among = card.now.value
        if card.now.scale == 1:
            assert len(city.get(card.url).context["rows"]) == of
        if among is not None:
            assert len(city.get(card.among_url).context["rows"]) == among
    trend = city.get(MARCH + "321200&figure=disputes.accepted").context["chart"]
    (series,) = trend["option"]["series"]
    for point in series["data"]:
        assert len(city.get(point["url"]).context["rows"]) == point["value"]
    assert json.dumps(trend["option"])


@pytest.mark.parametrize("kind", list(SPANS))
def test_every_kind_of_period_has_its_page(city, ledger, kind):  # noqa: F811
    page = city.get(f"/reports/?kind={kind}&on=2024-03-20&area=321200")
    period = SPANS[kind].holding(Month(2024, 3).first.replace(day=20))
    own = Dispute.objects.filter(accepted_on__range=period.days).count()
    assert cards(page)["accepted"].now.number == Fraction(own)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("on=2999-01-01", "还没有开始"),
        ("on=nonsense", "应为日期"),
        ("kind=week", "week"),
        ("figure=disputes.nothing", "disputes.nothing"),
    ],
)
def test_what_is_not_there_is_said(city, ledger, query, said):  # noqa: F811
    page = city.get(f"/reports/?{query}")
    assert said in page.content.decode()
    assert "cards" not in page.context


def test_only_ones_own_places_are_shown(clerk, offices, ledger, sign_in):  # noqa: F811
    assert cards(clerk.get(MARCH + "321202007"))["accepted"].now.value.of == 4
    assert "cards" not in clerk.get(MARCH + "321202").context
    mediator = sign_in(make_user(offices[0], Role.MEDIATOR))
    assert mediator.get("/reports/").status_code == 403


def test_no_cases_at_all(city, offices):  # noqa: F811
    page = city.get(MARCH + "321200")
    assert cards(page)["accepted"].now.said == "无"
    assert len(page.context["chart"]["table"]["rows"]) == 1


def test_the_page_asks_a_fixed_number_of_times(city, ledger, django_assert_max_num_queries):  # noqa: F811
    city.get(MARCH + "321200")
    for area in ("321200", "321202007"):
        with django_assert_max_num_queries(20):
            city.get(MARCH + area)


def classed(offices, size):
    for office in offices:
        OfficeClass.objects.create(office=office, size=size)


def test_an_office_stands_beside_the_others_of_its_class(clerk, offices, ledger):  # noqa: F811
    others = [place(f"32120200{at}") for at in range(1, 5)]
    classed([*offices, *others], "中型")
    page = clerk.get(MARCH + "321202007")
    peers = page.context["peers"]
    assert (peers.size, len(peers.offices)) == ("中型", 6)
    found = cards(page)
    assert (found["accepted"].peers, found["success_rate"].peers) == ("0.2 件", "100.0%")
    assert "同类" in page.content.decode()


def test_of_too_few_others_nothing_is_told(clerk, city, offices, ledger):  # noqa: F811
    others = [place(f"32120200{at}") for at in range(1, 4)]
    classed([*offices, *others], "中型")
    OfficeClass.objects.filter(office=others[0]).update(size="大型")
    for client, area in ((clerk, "321202007"), (city, "321202")):
        page = client.get(MARCH + area)
        assert page.context["peers"] is None
        assert "同类" not in page.content.decode()
