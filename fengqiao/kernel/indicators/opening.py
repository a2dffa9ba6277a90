"""The rows behind a figure: their address, and the list of their subject narrowed to just them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.indicators.measures import Measure, Ratio, Rows
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.places import digits_of, offices_in
from fengqiao.kernel.indicators.registry import Indicator, indicators
from fengqiao.lib.faults import InputRefused

FIGURE = "figure"
KEYS = (FIGURE, "part", "first", "last", "area")  # in an address, beside the dimensions
AMONG = "among"  # as `part`: what a rate is taken of


def address_of_rows(
    indicator: Indicator,
    period: Period,
    area: str,
    by: tuple[str, str] | None = None,
    *,
    among: bool = False,
) -> str:
    """`area` is a division code, `by` a dimension and its word; empty where the subject has no list."""
    subject = indicator.subject
    if not subject.page:
        return ""
    asked = {
        FIGURE: indicator.id,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "area": area,
    }
    if by:
        asked[by[0]] = subject.dimension(by[0]).value(by[1])
    if among:
        asked["part"] = AMONG
    return f"{reverse(subject.page)}?{urlencode(asked)}"


def part_of(measure: Measure, *, among: bool = False) -> Rows:
    """The rows that are counted, or those among which they are."""
    if not isinstance(measure, Ratio):
        return measure.rows
    return measure.among if among else measure.of


@dataclass(frozen=True, slots=True)
class Opened:
    """The figure that an address asks for."""

    indicator: Indicator
    period: Period
    area: str
    among: bool
    by: Mapping[str, str]  # columns and values

    def of(self, rows: Any) -> Any:
        """Of these rows just those that the figure counts."""
        measure = self.indicator.measure(rows, self.period)
        found = part_of(measure, among=self.among)
        offices = offices_in(digits_of(self.area), self.period.last)
        within = {f"{self.indicator.subject.office}__in": [one.office for one in offices]}
        return found.filter(**within, **self.by)

    @property
    def said(self) -> str:
        """`受理:受理日期在期间内的纠纷。2025-08-01至2025-08-31,区划代码321200`."""
        words = {
            "title": self.indicator.title,
            "definition": self.indicator.definition,
            "first": self.period.first,
            "last": self.period.last,
            "area": self.area,
        }
        return _("指标“%(title)s”(%(first)s至%(last)s,区划代码%(area)s):%(definition)s") % words


def opened(query: Mapping[str, Any], subject: str) -> Opened | None:
    """None where the address asks for no figure; Http404 for one that is not there."""
    if not query.get(FIGURE):
        return None
    known = {one.id: one for one in indicators() if one.subject.name == subject}
    try:
        indicator = known[query[FIGURE]]
        period = Period(*(date.fromisoformat(str(query[key])) for key in ("first", "last")))
        digits_of(str(query["area"]))
    except (KeyError, ValueError, InputRefused):
        raise Http404 from None
    dimensions = {one.name: one.column for one in indicator.subject.dimensions}
    by = {column: str(query[name]) for name, column in dimensions.items() if query.get(name)}
    return Opened(indicator, period, str(query["area"]), query.get("part") == AMONG, by)
