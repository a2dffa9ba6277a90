"""Any ledger gives the figures that a second reading of the contract, in plain Python, finds in its rows."""

import io
import json
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.config import cli
from fengqiao.duties.disputes.enums import Matter
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.ledgers import AGREED, OPEN, take_in
from fengqiao.duties.disputes.tests.made import accept, made, make_office, make_user
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.indicators.exports import as_json, as_xlsx
from fengqiao.kernel.indicators.figures import figures
from fengqiao.kernel.indicators.measures import Count, Ratio
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import indicator, indicators
from fengqiao.lib.workbook.sources import open_book
from fengqiao.registers.organisations.models import OfficeRecord

OFFICES = ("321202007", "321202008", "321281104")
PERIOD = Period(date(2024, 2, 1), date(2024, 2, 29))
TYPES, SOURCES = ("邻里", "合同", "其他"), ("主动调解", "申请调解", "委托移送")
ACCEPTED = ("调解中", "调解成功", "调解不成")

days = st.dates(date(2024, 1, 25), date(2024, 3, 5))
amounts = st.one_of(
    st.none(), st.decimals(0, 10**9, places=2, allow_nan=False), st.sampled_from([0, 0.1, 20000.5])
)
either = st.sampled_from(["是", "否", None])


@st.composite
def rows(draw):
    """A row as the contract allows it."""
    result = draw(
        st.sampled_from([*ACCEPTED, "调解成功", "登记", "当事人拒绝", "不予受理", "撤回"])
    )
    registered = draw(days)
    row = {
        "司法所编码": draw(st.sampled_from(OFFICES)),
        "登记日期": registered,
        "来源": draw(st.sampled_from(SOURCES)),
        "纠纷类型": draw(st.sampled_from(TYPES)),
        "结果": result,
        "涉及金额": draw(amounts),
        "防止民转刑": draw(either),
        "防止群体性事件": draw(either),
    }
    latest = registered
    if result in ACCEPTED or (result != "登记" and draw(st.booleans())):
        latest = row["受理日期"] = registered + timedelta(days=draw(st.integers(0, 9)))
    if result not in ("登记", "调解中"):
        row["结案日期"] = latest + timedelta(days=draw(st.integers(0, 20)))
    if result == "调解成功":
        row["协议形式"] = draw(st.sampled_from(["书面", "口头", "无"]))
        kept = ["已履行", "履行中", "未履行", "无需履行", None]
        row["履行情况"] = draw(st.sampled_from(kept))
        row["司法确认"] = draw(st.sampled_from(["未申请", "已确认", "不予确认", None]))
    return row


def within(row, column):
    day = row.get(column)
    return day is not None and PERIOD.first <= day <= PERIOD.last


def parts(row):
    """Of one row, read off the contract's table: id, numerator, denominator."""
    result = row["结果"]
    if within(row, "登记日期"):
        yield "registered", 1, None
        if result not in ("当事人拒绝", "不予受理", "撤回"):
            yield "mediation_rate", int(result in ACCEPTED), 1
    if within(row, "受理日期"):
        yield "accepted", 1, None
    if within(row, "结案日期"):
        yield from parts_of_closed(row, result)


def parts_of_closed(row, result):
    if result in ("调解成功", "调解不成"):
        yield "success_rate", int(result == "调解成功"), 1
    if result == "调解成功":
        yield "written_agreement_rate", int(row["协议形式"] == "书面"), 1
        yield "amount", Decimal(str(row["涉及金额"] or 0)), None
        if row["履行情况"] not in ("无需履行", None):
            yield "performance_rate", int(row["履行情况"] == "已履行"), 1
    yield "confirmed", int(row.get("司法确认") == "已确认"), None
    yield "refused", int(result == "当事人拒绝"), None
    yield "not_accepted", int(result == "不予受理"), None
    yield "prevented_crime", int(row["防止民转刑"] == "是"), None
    yield "prevented_group", int(row["防止群体性事件"] == "是"), None


def oracle(ledger):
    """By id, level, code and division: numerator and denominator."""
    found = defaultdict(lambda: [Decimal(0), None])
    for row in ledger:
        office = row["司法所编码"]
        places = [("office", office), ("district", office[:6]), ("city", office[:4] + "00")]
        for id, of, among in parts(row):
            for place in places:
                for by in ((), ("type", row["纠纷类型"]), ("source", row["来源"])):
                    cell = found[(f"disputes.{id}", *place, *by)]
                    cell[0] += of
                    if among is not None:
                        cell[1] = (cell[1] or 0) + among
    return {key: tuple(value) for key, value in found.items() if value[0] or value[1]}


def counted(period=PERIOD):
    """What is printed, read back without a binary fraction."""
    out = io.StringIO()
    own = [one for one in indicators() if not one.beside]
    as_json(figures(own, period), period, out)
    return {
        (one["id"], *one["scope"].values(), *sum(one["by"].items(), ())): (one["of"], one["among"])
        for one in json.loads(out.getvalue(), parse_float=Decimal)["figures"]
    }


def place(code):
    """An office with its record in the register."""
    office = make_office(code)
    district, town = (Area.objects.get(path=office.path[: n * Area.steplen]) for n in (2, 3))
    OfficeRecord.objects.create(
        office=office, kind="街道", division=code, town=town, district_area=district
    )
    return office


@pytest.fixture
def offices(db):
    return [place(code) for code in OFFICES]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ledger=st.lists(rows(), min_size=1, max_size=12))
def test_any_ledger_gives_the_figures_of_the_contract(offices, tmp_path, ledger):
    with transaction.atomic():
        blank = dict.fromkeys(AGREED)
        constant = {"调解类别": "人民调解", "当事人": "周海涛、钱春梅"}
        numbered = [blank | constant | row | {"案号": f"第{at}号"} for at, row in enumerate(ledger)]
        take_in(tmp_path, *numbered)
        assert counted() == oracle(ledger)
        transaction.set_rollback(True)


def test_a_case_of_the_day_counts_from_the_first_to_the_last_day(offices):
    clerk = make_user(offices[0])
    case = accept(made(offices[0], clerk), by=clerk)
    today = case.registered_on
    found = counted(Period(today, today))
    key = ("disputes.mediation_rate", "office", OFFICES[0])
    assert found[key] == (1, 1)  # accepted is what a ledger calls 调解中
    assert found["disputes.registered", "city", "321200", "type", "邻里"] == (1, None)
    assert counted(Period(today - timedelta(days=9), today - timedelta(days=1))) == {}


def test_the_stricter_rate_stands_beside_and_is_not_handed_on(offices, tmp_path):
    take_in(tmp_path, OPEN, AGREED | {"案号": "2"})
    strict = indicator("disputes.mediation_rate_by_law")
    assert strict.beside == "disputes.mediation_rate"
    period = Period(date(2024, 3, 1), date(2024, 3, 31))
    (whole,) = [
        one for one in figures([strict], period) if one.scope.level == "city" and not one.by
    ]
    assert whole.value == (2, 2)
    assert not any(key[0] == strict.id for key in counted(period))


def test_every_figure_opens_just_its_rows(offices, tmp_path):
    take_in(tmp_path, OPEN, AGREED | {"案号": "2"}, AGREED | {"案号": "3", "协议形式": "口头"})
    period = Period(date(2024, 3, 1), date(2024, 3, 31))
    own = Dispute.objects.filter(office=offices[0])
    for id, number in (("registered", 3), ("success_rate", 2), ("written_agreement_rate", 1)):
        measure = indicator(f"disputes.{id}").measure(own, period)
        assert isinstance(measure, Count | Ratio)
        opened = measure.rows if isinstance(measure, Count) else measure.of
        assert (
            opened.count() == number == counted(period)[f"disputes.{id}", "office", OFFICES[0]][0]
        )


def test_amounts_add_up_to_the_last_cent(offices, tmp_path):
    rows = [AGREED | {"案号": str(at), "涉及金额": 99_999_999_999.1} for at in range(9)]
    take_in(tmp_path, *rows, AGREED | {"案号": "x", "涉及金额": 0.02})
    found = counted(Period(date(2024, 3, 1), date(2024, 3, 31)))
    assert found["disputes.amount", "city", "321200"] == (Decimal("899999999991.92"), None)


def test_the_workbook_has_a_row_for_each_figure_and_says_what_it_means(offices, tmp_path):
    take_in(tmp_path, AGREED)
    period, every = Period(date(2024, 3, 1), date(2024, 3, 31)), indicators()
    as_xlsx(figures(every, period), every, period, tmp_path / "f.xlsx")
    book = open_book(tmp_path / "f.xlsx")
    cells = list(book.rows(book.names[0]))
    assert any("依法口径" in str(row[0]) for row in cells)
    rates = [row for row in cells if row[0] == "调解成功率" and row[2] == "设区市"]
    assert [row[4:8] for row in rates] == [
        ["全部", 1, 1, 1],
        ["申请调解", 1, 1, 1],
        ["邻里", 1, 1, 1],
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("2024-03-01", "2024-02-01", "早于起日"), ("2999-01-01", "2999-02-01", "还没有开始")],
)
def test_a_period_that_is_none_is_refused(db, capsys, first, last, said):
    assert cli.main(["figures", "--from", first, "--to", last]) == cli.REFUSED
    assert said in capsys.readouterr().err


def test_the_command_prints_the_figures_and_nothing_else(offices, tmp_path, capsys):
    take_in(tmp_path, AGREED)
    period = ["--from", "2024-03-01", "--to", "2024-03-31"]
    assert cli.main(["figures", *period]) == cli.DONE
    answer = json.loads(capsys.readouterr().out)
    assert {one["scope"]["level"] for one in answer["figures"]} == {"office", "district", "city"}
    assert cli.main(["figures", *period, "--format", "xlsx"]) == cli.REFUSED
    out = tmp_path / "out.xlsx"
    assert cli.main(["figures", *period, "--format", "xlsx", "--out", str(out)]) == cli.DONE
    assert out.stat().st_size > 0
    assert set(Matter.labels) >= {one["by"].get("type", "其他") for one in answer["figures"]}
