"""Figures as files: JSON for programs, a workbook for people."""

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, TextIO

from fengqiao.kernel.indicators.counting import scale_of, shown
from fengqiao.kernel.indicators.figures import Figure
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Indicator
from fengqiao.lib.workbook.listing import Listing, write

LEVELS = {"office": "司法所", "district": "县(市、区)", "city": "设区市"}
COLUMNS = (
    ("指标", 24),
    ("单位", 8),
    ("层级", 12),
    ("编码", 14),
    ("分类", 24),
    ("数", 14),
    ("分母", 10),
    ("比率", 10),
)


def as_json(found: Iterable[Figure], period: Period, out: TextIO) -> None:
    """A figure a line. Amounts are printed digit by digit: no binary fraction stands between."""
    head = f'"from": "{period.first.isoformat()}", "to": "{period.last.isoformat()}"'
    out.write(f"{{{head}, " + '"figures": [')
    scales: dict[str, int] = {}
    for at, figure in enumerate(found):
        out.write((",\n" if at else "\n") + _line(figure, _scale(figure.indicator, period, scales)))
    out.write("\n]}\n")


def _scale(indicator: Indicator, period: Period, known: dict[str, int]) -> int:
    if indicator.id not in known:
        known[indicator.id] = scale_of(indicator, period)
    return known[indicator.id]


def _line(figure: Figure, scale: int) -> str:
    said = {
        "id": figure.indicator.id,
        "scope": figure.scope._asdict(),
        "by": dict(figure.by),
    }
    of, among = _digits(figure.value.of, scale), json.dumps(figure.value.among)
    return f'{json.dumps(said, ensure_ascii=False)[:-1]}, "of": {of}, "among": {among}}}'


def _digits(of: int, scale: int) -> str:
    text = f"{shown(of, scale):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_xlsx(
    found: Iterable[Figure], indicators: Iterable[Indicator], period: Period, path: Path
) -> None:
    """A row for each figure; above them what each of them means."""
    notes = [f"{period.first}至{period.last},含首尾两日"]
    notes += [f"{one.title}:{one.definition}" for one in indicators]
    write(path, Listing("指标统计", notes, COLUMNS, _rows(found, period)))


def _rows(found: Iterable[Figure], period: Period) -> Iterator[list[Any]]:
    scales: dict[str, int] = {}
    for figure in found:
        one, (of, among) = figure.indicator, figure.value
        yield [
            str(one.title),
            str(one.unit),
            LEVELS[figure.scope.level],
            figure.scope.code,
            "、".join(word for _name, word in figure.by) or "全部",
            float(shown(of, _scale(one, period, scales))),
            among,
            _rate(of, among),
        ]


def _rate(of: int, among: int | None) -> Fraction | str | None:
    """A rate of nothing is no rate."""
    if among is None:
        return None
    return Fraction(of, among) if among else "无"
