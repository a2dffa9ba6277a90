"""What a report draws: panels of horizontal bars, as data. `drawing` makes pictures of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import summary
from .summary import ItemTotals
from .wording import NO_SUCH_OFFICE, goal, percent, rounded, said

if TYPE_CHECKING:
    from fengqiao.rulebook.judgement import Judgement
    from fengqiao.rulebook.results import DistrictResult

DISTRICTS_A_CHART = 20
ITEMS_A_CHART = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long, what stands at its end, and whether it is one to worry about."""

    label: str
    value: float
    text: str
    short: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars on one axis from 0 to `top`, with a line where the target is."""

    title: str
    bars: list[Bar]
    top: float
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture: panels side by side that share their labels; `short` and `fine` are its legend."""

    caption: str
    panels: list[Panel]
    short: str
    fine: str = ""

    @property
    def spoken(self) -> str:
        """The picture in words, for readers who do not see it."""
        parts = (f"{panel.title} {_spoken(panel)}".strip() for panel in self.panels)
        return said(f"{self.caption}:{';'.join(parts)}")


def rates(judgement: "Judgement") -> list[Chart]:
    """The rate of each district against the target, a panel for each size."""
    names = list(summary.by_district(judgement))
    groups = [names[at : at + DISTRICTS_A_CHART] for at in range(0, len(names), DISTRICTS_A_CHART)]
    return [_rates_of(judgement, group) for group in groups]


def reasons(lacked: list[ItemTotals]) -> Chart:
    """The items that most offices lack."""
    shown = lacked[:ITEMS_A_CHART]
    bars = [
        Bar(said(item.title), len(item.unmet), f"{len(item.unmet)}个", short=True) for item in shown
    ]
    top = max(bar.value for bar in bars)
    return Chart("未达标司法所较多的项目", [Panel("", bars, top)], short="未达标的司法所数")


def _rates_of(judgement: "Judgement", districts: list[str]) -> Chart:
    every = summary.district_rows(judgement)
    rows = [row for row in every if row.district in districts]
    panels = [
        _panel(size, [row for row in rows if row.size == size]) for size in judgement.about.classes
    ]
    return Chart("各市(区)达标率与年度目标", panels, short="未完成年度目标", fine="已完成年度目标")


def _panel(size: str, rows: "list[DistrictResult]") -> Panel:
    target = rows[0].target
    return Panel(f"{size}(目标{goal(target)})", [_bar(row) for row in rows], 1.0, float(target))


def _bar(row: "DistrictResult") -> Bar:
    if row.rate is None:
        return Bar(said(row.district), 0, NO_SUCH_OFFICE, short=False)
    length = float(rounded(row.rate, row.target))
    return Bar(said(row.district), length, percent(row.rate, row.target), not row.reached)


def _spoken(panel: Panel) -> str:
    return "、".join(f"{bar.label}{bar.text}" for bar in panel.bars)
