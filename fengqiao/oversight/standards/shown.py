"""What the pages show beside the judgement itself: bars, charts and links, as plain values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static

from fengqiao.oversight.standards.models import Tally
from fengqiao.oversight.standards.tallies import Goals, goals, target_of, totals
from fengqiao.oversight.standards.templatetags.judged import value
from fengqiao.rulebook.reports.summary import Totals
from fengqiao.rulebook.reports.wording import goal, percent
from fengqiao.rulebook.results import DistrictResult, FactValue, ItemResult
from fengqiao.rulebook.tables import Source


@dataclass(frozen=True, slots=True)
class SizeCard:
    """One class over all districts, against the targets of the year, of which each district has one."""

    size: str
    totals: Totals
    goals: Goals
    lacking: list[DistrictResult]  # by name, where the districts are few
    before: str = ""  # the rate of the judgement before; empty where there is none

    @property
    def behind(self) -> int:
        """The districts that have not reached it."""
        return self.goals.rows - self.goals.reached

    @property
    def rate(self) -> str:
        """`62.5%`, or that there is no such office."""
        return percent(self.totals.rate, self.totals.target) if self.totals.rate is not None else ""

    @property
    def goal(self) -> Fraction | None:
        """The target of the year; none before the first, and where no whole district is spoken of."""
        return self.totals.target if self.goals.rows else None

    @property
    def target(self) -> str:
        """`90%`, or nothing."""
        return "" if self.goal is None else goal(self.goal)


def size_cards(
    tallies: Iterable[Tally],
    about: Mapping[str, Any],
    rates: Sequence[DistrictResult] = (),
    before: Iterable[Tally] = (),
) -> list[SizeCard]:
    """A card for each class of the standard among these tallies; `rates` are of whole districts."""
    then = list(before)
    return [
        SizeCard(
            tally.size,
            totals([tally], target_of(tally, about)),
            goals([tally]),
            [row for row in rates if row.size == tally.size and not row.reached],
            _rate(row for row in then if row.size == tally.size),
        )
        for tally in tallies
        if tally.size in about["classes"]
    ]


def _rate(tallies: Iterable[Tally]) -> str:
    rate = totals(tallies).rate
    return "" if rate is None else percent(rate)


def district_map(
    districts: Iterable[DistrictResult], address: Callable[[str], str]
) -> dict[str, Any]:
    """The map of the districts, each coloured by the share of its offices that meet the standard.

    `address` gives the page of a district; the table beside the map says the same in numbers.
    """
    counts: dict[str, list[int]] = {}
    for row in districts:
        met_of = counts.setdefault(row.district, [0, 0])
        met_of[0] += row.met
        met_of[1] += row.offices
    data = [
        {"name": name, "value": float(Fraction(100 * met, every)), "url": address(name)}
        for name, (met, every) in counts.items()
        if every
    ]
    rows = [
        [name, every, met, percent(Fraction(met, every)) if every else "无"]
        for name, (met, every) in counts.items()
    ]
    head = ["市(区)", "司法所", "达标", "达标比例"]
    return {"option": _map_option(data), "table": {"head": head, "rows": rows}}


def map_address(city: str) -> str:
    """Where the browser finds the outlines of a city's districts; empty where set-up brought none."""
    name = f"vendor/{city}.json"
    return static(name) if finders.find(name) else ""


def _map_option(data: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "tooltip": {"trigger": "item"},
        "visualMap": {
            "min": 0,
            "max": 100,
            "text": ["100%", "0%"],
            "inRange": {"color": ["#f7e9e7", "#9b2c23"]},
        },
        "series": [
            {
                "type": "map",
                "map": "map",
                "name": "达标比例(%)",
                "label": {"show": True},
                "selectedMode": False,
                "data": data,
            }
        ],
    }


HEADERS = {
    "name": "姓名",
    "category": "人员类别",
    "post": "岗位",
    "degree": "学历",
    "law_degree": "法学专业",
    "qualified": "法律职业资格",
    "trained": "专业培训",
    "in_post_since": "任现职日期",
    "joined_on": "入职日期",
    "left_on": "离职日期",
    "room": "功能区",
    "kind": "设备类别",
    "quantity": "数量",
    "fact": "事实",
    "period_from": "期间起",
    "period_to": "期间止",
    "subject": "对象",
    "value": "数值",
    "rater": "评分人",
    "source": "来源",
}
BLANK_SAYS = {"post": "无", "left_on": "在职"}  # what a blank means there
WORDS = {True: "是", False: "否", None: "未填"}


def evidence_table(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The rows behind a fact as a table for people; columns without a header here are not shown."""
    names = [name for name in HEADERS if any(name in row for row in rows)]
    return {
        "head": [HEADERS[name] for name in names],
        "rows": [[(HEADERS[name], _cell(name, row.get(name))) for name in names] for row in rows],
    }


def grounds(item: ItemResult, facts: dict[str, FactValue]) -> str:
    """The facts that an item rests on, each with its source, as one text."""
    known = (facts[name] for name in item.facts if name in facts)
    return ";".join(
        f"{fact.label} {_figure(fact)} {_source(fact.source)}".strip() for fact in known
    )


def _figure(fact: FactValue) -> str:
    among = "" if fact.among is None else f" / {fact.among}"
    return f"{value(fact.value)}{among} {fact.unit}".strip()


def _source(source: Source | None) -> str:
    if source is None:
        return ""
    on = f" {source.on.isoformat()}" if source.on else ""
    return f"({source.how} {source.text}{on})"


def _cell(name: str, value: Any) -> Any:
    if value is None and name in BLANK_SAYS:
        return BLANK_SAYS[name]
    return WORDS[value] if value is None or isinstance(value, bool) else value
