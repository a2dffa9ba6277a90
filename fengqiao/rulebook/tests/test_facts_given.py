"""Facts from the sheet 事实, and facts made of facts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import PackRefused
from fengqiao.rulebook.rows import rows_behind
from fengqiao.rulebook.tables import Tables

Little = Callable[..., Edition]
TablesOf = Callable[..., Tables]

WRITTEN = """
facts:
  it: FACT
  size: {label: 分类, column: size}
  disputes: {label: 纠纷, column: disputes}
  satisfaction: {label: 满意度, column: satisfaction}
items:
  - {id: it, clause: "1", title: 一条, wording: plain, rule: {RULE}}
"""
DAY = date(2026, 6, 30)
YEAR = {"period_from": date(2026, 1, 1), "period_to": date(2026, 12, 31)}


def edition_with(
    little: Little, fact: str, rule: str = "at_least: {fact: it, value: 1}"
) -> Edition:
    return little(WRITTEN.replace("FACT", fact).replace("RULE", rule))


def value(edition: Edition, given: Tables) -> Any:
    return judge(edition, given).office("001").facts["it"].value


def row(value: float | None = 1.0, name: str = "it", **more: Any) -> dict[str, Any]:
    return {"fact": name, "value": value} | more


GIVEN = {
    "nothing given": ("{label: 事, given: {}}", [], None),
    "another fact": ("{label: 事, given: {}}", [row(name="that")], None),
    "by its name": ("{label: 事, given: {}}", [row(3.5)], 3.5),
    "by its label": ("{label: 事, given: {}}", [row(3.5, name="事")], 3.5),
    "by a name of its own": ("{label: 事, given: {named: 走访}}", [row(2, name="走访"), row(9)], 2),
    "a row without a value": ("{label: 事, given: {}}", [row(None)], None),
    "a yes": ("{label: 事, given: {is: yes_no}}", [row(1)], True),
    "a no": ("{label: 事, given: {is: yes_no}}", [row(0)], False),
    "of this year": ("{label: 事, given: {}}", [row(7, **YEAR)], 7),
    "of a year that is over": (
        "{label: 事, given: {}}",
        [row(7, period_to=date(2026, 6, 29))],
        None,
    ),
    "of days to come": ("{label: 事, given: {}}", [row(7, period_from=date(2026, 7, 1))], None),
    "the latest of two": (
        "{label: 事, given: {}}",
        [row(7, period_from=date(2026, 3, 1)), row(5, period_from=date(2026, 1, 1)), row(3)],
        7,
    ),
    "two that contradict each other": ("{label: 事, given: {}}", [row(7), row(5)], None),
    "two that agree": ("{label: 事, given: {}}", [row(7), row(7)], 7),
    "a sum": ("{label: 事, given: {take: sum}}", [row(7), row(5)], 12),
    "a sum with a blank": ("{label: 事, given: {take: sum}}", [row(7), row(None)], None),
    "a mean": ("{label: 事, given: {take: mean}}", [row(7), row(5)], 6),
    "the largest": ("{label: 事, given: {take: largest}}", [row(7), row(5)], 7),
    "the least": ("{label: 事, given: {take: least}}", [row(7), row(5)], 5),
    "how many": ("{label: 事, given: {take: number}}", [row(None), row(5)], 2),
    "none is none": ("{label: 事, given: {take: number, none: 0}}", [], 0),
    "too small a sample": ("{label: 事, given: {take: mean, least: 3}}", [row(7), row(5)], None),
    "of one subject": (
        "{label: 事, given: {take: sum, where: {subject: 甲村}}}",
        [row(7, subject="甲村"), row(5, subject="乙村")],
        7,
    ),
    "raters by weight": (
        "{label: 事, given: {raters: {检查组: 60, 自评: 40}}}",
        [row(90, rater="检查组"), row(80, rater="检查组"), row(100, rater="自评")],
        91,
    ),
    "a rater who has not marked": (
        "{label: 事, given: {raters: {检查组: 60, 自评: 40}}}",
        [row(90, rater="检查组")],
        None,
    ),
    "this month": (
        "{label: 事, given: {take: number, within: month}}",
        [row(1, period_from=date(2026, 6, 1)), row(1, period_from=date(2026, 5, 31)), row(1)],
        2,
    ),
    "last year": (
        "{label: 事, given: {within: {window: year, back: 1}}}",
        [row(4, period_from=date(2025, 1, 1), period_to=date(2025, 12, 31)), row(9, **YEAR)],
        4,
    ),
    "a year from December": (
        "{label: 事, given: {take: sum, within: {window: year, begins: 12}}}",
        [row(1, period_from=date(2025, 12, 1)), row(2, period_from=date(2025, 11, 30))],
        1,
    ),
}


@pytest.mark.parametrize("case", GIVEN)
def test_what_the_sheet_gives(case: str, little: Little, tables: TablesOf) -> None:
    fact, rows, expected = GIVEN[case]
    rule = "yes: it" if "yes_no" in fact else "at_least: {fact: it, value: 1}"
    elsewhere = row(99) | {"office": "002"}
    given = tables({}, {"code": "002"}, on=DAY, facts=[*rows, elsewhere])
    assert value(edition_with(little, fact, rule), given) == expected


def test_without_the_sheet_nothing_is_known(little: Little, tables: TablesOf) -> None:
    edition = edition_with(little, "{label: 事, given: {take: number, none: 0}}")
    assert value(edition, tables(on=DAY)) is None


MONTHLY = (
    "{label: 每月例会, "
    "periods: {table: facts, day: period_from, every: month, within: year, where: {fact: 例会}}}"
)


def meetings(*days: date) -> list[dict[str, Any]]:
    return [row(name="例会", period_from=day) for day in days]


@pytest.mark.parametrize(
    ("on", "days", "of", "among"),
    [
        (DAY, [date(2026, month, 3) for month in range(1, 7)], 6, 6),
        (DAY, [date(2026, 1, day) for day in range(1, 25)], 1, 6),
        (date(2026, 6, 29), [date(2026, 6, 1)], 0, 5),
        (date(2026, 12, 31), [], 0, 12),
        (date(2026, 1, 15), [], 0, 0),
    ],
)
def test_each_month_counts_months_and_not_the_sum_of_the_year(
    on: date, days: list[date], of: int, among: int, little: Little, tables: TablesOf
) -> None:
    edition = edition_with(little, MONTHLY, "rate: {share: it, exactly: 100, empty: met}")
    office = judge(edition, tables(on=on, facts=meetings(*days))).office("001")
    assert (office.facts["it"].value, office.facts["it"].among) == (of, among)
    assert office.items[0].verdict == ("met" if of == among else "unmet")


def test_a_meeting_of_an_unknown_day_leaves_the_months_open(
    little: Little, tables: TablesOf
) -> None:
    edition = edition_with(little, MONTHLY, "rate: {share: it, exactly: 100, empty: met}")
    known = meetings(*(date(2026, month, 3) for month in range(1, 6)))
    undated = row(name="例会", period_from=None)
    office = judge(edition, tables(on=DAY, facts=[*known, undated])).office("001")
    assert office.items[0].verdict == "unknown"


def test_the_rows_behind_are_those_of_the_window(little: Little, tables: TablesOf) -> None:
    edition = edition_with(little, MONTHLY, "rate: {share: it, exactly: 100, empty: met}")
    given = tables(on=DAY, facts=meetings(date(2026, 1, 1), date(2025, 12, 31)))
    behind = rows_behind(edition, "it", given, "001")
    assert behind is not None
    assert behind["period_from"].to_list() == [date(2026, 1, 1)]


DERIVED = {
    "a difference": (
        "subtract: [disputes, satisfaction]",
        {"disputes": 10, "satisfaction": 4.0},
        6,
    ),
    "a percentage": (
        "percent: {of: satisfaction, among: disputes}",
        {"disputes": 8, "satisfaction": 2.0},
        25,
    ),
    "a percentage of nothing": (
        "percent: {of: satisfaction, among: disputes}",
        {"disputes": 0, "satisfaction": 2.0},
        None,
    ),
    "a cap": ("capped: {fact: disputes, most: 15}", {"disputes": 20}, 15),
    "below the cap": ("capped: {fact: disputes, most: 15}", {"disputes": 14}, 14),
    "a cap by a share of another": (
        "capped: {fact: disputes, percent: 30, of: satisfaction}",
        {"disputes": 20, "satisfaction": 50.0},
        15,
    ),
    "not known": ("capped: {fact: disputes, most: 15}", {}, None),
}


@pytest.mark.parametrize("case", DERIVED)
def test_facts_made_of_facts(case: str, little: Little, tables: TablesOf) -> None:
    fact, office, expected = DERIVED[case]
    assert value(edition_with(little, f"{{label: 事, {fact}}}"), tables(office)) == expected


def test_a_band_puts_a_number_into_words_that_choose_a_value(
    little: Little, tables: TablesOf
) -> None:
    band = (
        "{label: 档, band: {fact: disputes, steps: [{from: 100, word: 多}, {from: 0, word: 少}]}}"
    )
    rule = "at_least: {fact: satisfaction, value: {by: [it], cases: {多: 90, 少: 80}}}"
    edition = edition_with(little, band, rule)
    offices = [
        {"code": "001", "disputes": 100, "satisfaction": 89.0},
        {"code": "002", "disputes": 99, "satisfaction": 89.0},
    ]
    found = judge(edition, tables(*offices)).offices
    assert [office.facts["it"].value for office in found] == ["多", "少"]
    assert [office.items[0].verdict for office in found] == ["unmet", "met"]


def test_peers_are_those_of_the_same_class(little: Little, tables: TablesOf) -> None:
    edition = edition_with(little, "{label: 同类均值, peers: {fact: disputes, by: [size]}}")
    sizes = [
        ("001", "大型", 10),
        ("002", "大型", 20),
        ("003", "小型", 99),
        ("004", "大型", None),
        ("005", None, 50),
    ]
    offices = [{"code": code, "size": size, "disputes": number} for code, size, number in sizes]
    found = judge(edition, tables(*offices)).offices
    assert [office.facts["it"].value for office in found] == [15, 15, 99, 15, None]


SLIPS = {
    "{label: 事, add: [it, disputes]}": "循环引用",
    "{label: 事, subtract: [disputes, size]}": "只有数可以相加",
    "{label: 事, percent: {of: nothing, among: disputes}}": "没有这个事实",
    "{label: 事, capped: {fact: disputes}}": "应写most,或者percent和of",
    "{label: 事, band: {fact: disputes, steps: [{from: 1, word: 甲}, {from: 1, word: 乙}]}}": (
        "两档不得从同一个数起"
    ),
    "{label: 事, given: {take: sum, raters: {甲: 1}}}": "不能再写取法",
    "{label: 事, given: {within: {back: 1}}}": "应写window或days中的一个",
    "{label: 事, given: {is: yes_no, none: 3}}": "应为true或false",
    "{label: 事, given: {where: {colour: 红}}}": "没有这个名称",
    "{label: 事, periods: {table: facts, day: value, every: month, within: year}}": "日期列",
    "{label: 事, count: {table: facts, where: {value: {within: year}}}}": "不能这样比较",
}


@pytest.mark.parametrize("fact", SLIPS)
def test_a_slip_in_a_fact_is_told_where_it_stands(fact: str, little: Little) -> None:
    with pytest.raises(PackRefused) as refused:
        edition_with(little, fact)
    assert SLIPS[fact] in refused.value.faults[0].expected
    assert str(refused.value.faults[0].column).startswith("facts.it")
