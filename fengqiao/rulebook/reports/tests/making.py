"""Judgements made by hand: what an item, an office, a city would be, without judging any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import product

from fengqiao.rulebook.about import About
from fengqiao.rulebook.model import Ambiguity
from fengqiao.rulebook.results import (
    DistrictResult,
    FactValue,
    ItemResult,
    OfficeResult,
    Verdict,
)
from fengqiao.rulebook.tables import Source

CLASSES = ("大型", "中型", "小型")
TARGETS = dict(zip(CLASSES, (Fraction(9, 10), Fraction(3, 10), Fraction(1, 10)), strict=True))
ROSTER = Source("reported", "名册 海陵.xlsx", date(2021, 12, 31))
READING = Ambiguity("3.3.c", "没有对象的,方案没有说配比怎样计算。", "视为达到。")


@dataclass
class Judged:
    """As a judgement looks to a report."""

    about: About
    offices: list[OfficeResult]
    title: str = "泰州新时代“枫桥式”司法所建设标准"
    standard: str = "taizhou-2021"
    edition: str = "2021-08-19"
    digest: str = "e81062f9ff7f0123456789"
    as_of: date = date(2021, 12, 31)
    districts: list[DistrictResult] = field(default_factory=list)


def area(verdict: Verdict = "met") -> ItemResult:
    actual = {"met": 320, "unmet": 260, "unknown": None}[verdict]
    why = {
        "met": "业务用房面积320m²,不少于300m²。",
        "unmet": "业务用房面积260m²,应不少于300m²,还差40m²。",
        "unknown": "没有业务用房面积的数据。",
    }[verdict]
    gap = {"met": 0, "unmet": 40, "unknown": None}[verdict]
    return ItemResult(
        *("premises.area", "业务用房面积", "3.2", "3.2.a", verdict),
        *(actual, 300, gap, "m²", why, ("floor_area",)),
    )


def signage(verdict: Verdict = "met") -> ItemResult:
    actual = {"met": True, "unmet": False, "unknown": None}[verdict]
    return ItemResult(
        *("premises.signage", "标识标牌规范", "3.2", "3.2.d", verdict),
        *(actual, True, None, "", "标识标牌不规范。", ("signage",)),
    )


def rooms(verdict: Verdict = "met", clause: str = "3.1.b") -> ItemResult:
    actual = {"met": True, "unmet": False, "unknown": None}[verdict]
    return ItemResult(
        *("rooms.publicity", "法治宣传室", "3.1", clause, verdict),
        *(actual, True, None, "", "没有设立法治宣传室。", ("publicity_room",)),
    )


def office(
    code: str,
    *items: ItemResult,
    name: str = "",
    district: str = "海陵区",
    size: str | None = "大型",
) -> OfficeResult:
    """An office with these items; whether it meets the standard follows from them."""
    items = items or (area(), signage(), rooms())
    verdicts = {item.verdict for item in items}
    meets = False if "unmet" in verdicts else None if "unknown" in verdicts else True
    facts = {
        "floor_area": FactValue("floor_area", "业务用房面积", items[0].actual, "m²", ROSTER),
        "signage": FactValue(
            "signage", "标识标牌", True, "", Source("found", "实地检查", date(2021, 11, 2))
        ),
    }
    named = name or f"第{code}司法所"
    return OfficeResult(code, named, district, "街道", size, meets, list(items), facts)


def judged(
    offices: Iterable[OfficeResult], ambiguities: Sequence[Ambiguity] = (READING,)
) -> Judged:
    """The judgement of these offices, with the rows of their districts."""
    about = About(
        standard="taizhou-2021",
        title="泰州新时代“枫桥式”司法所建设标准",
        edition="2021-08-19",
        digest="e81062f9ff7f0123456789",
        as_of=date(2021, 12, 31),
        valid_from=date(2021, 8, 19),
        valid_to=None,
        unit="司法所",
        sections={},
        classes=CLASSES,
        targets=TARGETS,
        items=(),
        facts=(),
        ambiguities=tuple(ambiguities),
        sources={},
    )
    offices = sorted(offices, key=lambda one: one.code)
    names = sorted({one.district for one in offices})
    rows = [_row(name, size, offices) for name, size in product(names, CLASSES)]
    return Judged(about, offices, districts=rows)


def small_city() -> Judged:
    """Seven offices in two districts: two meet, four do not, one is open; 高港区 has no 大型 one."""
    return judged(
        [
            office("01"),
            office("02", area("unmet"), signage(), rooms()),
            office("03", area("unmet"), signage("unmet"), rooms("unknown")),
            office("04", area("unknown"), signage(), rooms(clause="3.1.c"), size="中型"),
            office("05", area(), signage("unmet"), rooms(clause="3.1.c"), size="小型"),
            office("06", district="高港区", size="中型"),
            office("07", area("unmet"), district="高港区", size=None),
        ]
    )


def _row(district: str, size: str, offices: Sequence[OfficeResult]) -> DistrictResult:
    meets = [one.meets for one in offices if (one.district, one.size) == (district, size)]
    return DistrictResult(
        district, size, len(meets), meets.count(True), meets.count(None), TARGETS[size]
    )
