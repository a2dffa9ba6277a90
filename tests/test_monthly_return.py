"""The monthly return of any ledger is what a second reading of the contract, in plain Python and fractions,
finds in its rows."""

import json
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.duties.disputes.tests.ledgers import AGREED, take_in
from fengqiao.duties.disputes.tests.test_figures import offices, rows  # noqa: F401 - a fixture
from fengqiao.kernel.imports.registry import importers
from fengqiao.kernel.imports.taking import planned_turn
from fengqiao.lib.workbook.sources import open_book
from fengqiao.oversight.reports.monthly.counting import monthly_return
from fengqiao.oversight.reports.monthly.datafile import as_json
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.reported import ACCEPTED, report
from fengqiao.oversight.reports.territory import territory

DATA = Path(__file__).parent / "data"
AREAS = ("321200", "321202", "321281", "321202007", "321202008000")
PREFIX = {area: area[:4] if area.endswith("00") and len(area) == 6 else area[:9] for area in AREAS}
TYPES = (
    *("婚姻家庭", "邻里", "房屋宅基地", "合同", "生产经营", "损害赔偿", "山林土地", "征地拆迁"),
    *("环境污染", "劳动争议", "消费", "医疗", "道路交通事故", "物业", "其他"),
)
SOURCES = ("主动调解", "申请调解", "委托移送")


def rounded(value: Fraction, places: int) -> str:
    """By decimal arithmetic of many digits, not as the product does it."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return text.lstrip("-") if Decimal(text) == 0 else text


def rate(of: int, among: int) -> str:
    return rounded(Fraction(of * 100, among), 1) if among else "无"


def in_month(row, column, month: str) -> bool:
    return row.get(column) is not None and row[column].strftime("%Y-%m") == month


def shifted(month: str, by: int) -> str:
    year, number = map(int, month.split("-"))
    at = year * 12 + number - 1 + by
    return f"{at // 12:04}-{at % 12 + 1:02}"


def comparison(ledger, accepted, month, reported):
    known = any(row["登记日期"].strftime("%Y-%m") <= month for row in ledger)
    base = sum(in_month(row, "受理日期", month) for row in ledger) if known else reported.get(month)
    if base is None:
        return dict.fromkeys(("diff", "percent", "base", "source"))
    diff, source = accepted - base, "computed" if known else "reported"
    return {"diff": diff, "percent": rate(diff, base), "base": base, "source": source}


def oracle(ledger, area, month, reported):
    own = [row for row in ledger if row["司法所编码"].startswith(PREFIX.get(area, area))]
    taken = [row for row in own if in_month(row, "受理日期", month)]
    closed = [row for row in own if in_month(row, "结案日期", month)]
    agreed = [row for row in closed if row["结果"] == "调解成功"]
    failed = [row for row in closed if row["结果"] == "调解不成"]
    yuan = sum((Fraction(str(row.get("涉及金额") or 0)) for row in agreed), Fraction(0))

    def split(column, words):
        counts = {word: sum(row[column] == word for row in taken) for word in words}
        return {word: {"of": of, "share": rate(of, len(taken))} for word, of in counts.items()}

    def prevented(column):
        kept = [row for row in closed if row.get(column) == "是"]
        return {"cases": len(kept), "persons": sum(row.get("涉及人数") or 0 for row in kept)}

    return {
        "month": month,
        "area": area,
        "accepted": len(taken),
        "by_source": split("来源", SOURCES),
        "by_type": split("纠纷类型", TYPES),
        "succeeded": len(agreed),
        "success_rate": rate(len(agreed), len(agreed) + len(failed)),
        "success_of_accepted": rate(len(agreed), len(taken)),
        "amount_wan": rounded(yuan / 10000, 2),
        "year_on_year": comparison(own, len(taken), shifted(month, -12), reported),
        "month_on_month": comparison(own, len(taken), shifted(month, -1), reported),
        "prevented_crime": prevented("防止民转刑"),
        "prevented_group": prevented("防止群体性事件"),
    }


def printed(area, month):
    """As the command prints it, keys in their order."""
    return json.loads(as_json(monthly_return(territory(area), Month.of(month))))


def same(found, expected):
    assert found == expected
    for name in ("by_source", "by_type"):
        assert list(found[name]) == list(expected[name])
    assert list(found) == list(expected)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    ledger=st.lists(rows(), min_size=1, max_size=14),
    area=st.sampled_from(AREAS),
    month=st.sampled_from(["2024-01", "2024-02", "2024-03"]),
    persons=st.lists(st.one_of(st.none(), st.integers(0, 99)), min_size=14, max_size=14),
    reported=st.dictionaries(st.sampled_from(["2024-01", "2023-02", "2023-12"]), st.integers(0, 9)),
)
def test_any_ledger_gives_the_return_of_the_contract(
    offices,  # noqa: F811
    tmp_path,
    ledger,
    area,
    month,
    persons,
    reported,
):
    with transaction.atomic():
        constant = dict.fromkeys(AGREED) | {"调解类别": "人民调解", "当事人": "周海涛、钱春梅"}
        numbered = [
            constant | row | {"案号": f"第{at}号", "涉及人数": people}
            for at, (row, people) in enumerate(zip(ledger, persons, strict=False))
        ]
        take_in(tmp_path, *numbered)
        for said, value in reported.items():
            report(ACCEPTED, territory(area), Month.of(said), value, by=None)
        same(printed(area, month), oracle(numbered, area, month, reported))
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_sample_ledger_gives_the_return_of_every_month_and_level():
    for kind, file, on in (
        ("roster", DATA / "roster" / "taizhou-sample.xlsx", date(2021, 12, 31)),
        ("disputes", DATA / "ledger" / "sample.xlsx", timezone.localdate()),
    ):
        importer = importers[kind]
        given_ = {"name": file.name, "on": on, "skip_bad_rows": False, "by": None}
        with planned_turn(importer.turn, lambda i=importer, f=file, g=given_: i.plan(f, **g)) as p:
            importer.apply(p, by=None)
    ledger = sample()
    towns = sorted({row["司法所编码"][:9] for row in ledger})[:3]
    for area in ("321200", "321202", "321281", *towns):
        for month in ("2023-06", "2023-07", "2024-07", "2025-08", "2025-12"):
            same(printed(area, month), oracle(ledger, area, month, {}))


def sample():
    """The rows of the sample as they stand in the workbook; each office's code is its 区划代码 there."""
    book = open_book(DATA / "ledger" / "sample.xlsx")
    head, *body = book.rows(book.names[0])
    found = [dict(zip(head, (cell or None for cell in row), strict=False)) for row in body]
    return [row for row in found if row["司法所编码"]]


def test_the_month_before_the_first_is_that_of_the_year_before():
    assert str(Month.of("2024-01").before) == "2023-12"
    assert str(Month.of("2024-02").year_before) == "2023-02"
    assert Month.of("2024-02").last == date(2024, 3, 1) - timedelta(days=1)
