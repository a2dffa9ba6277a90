"""Figures of one's places for programs: the counts, never the rows."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.api.operations import reads
from fengqiao.kernel.indicators.counting import scale_of, shown
from fengqiao.kernel.indicators.figures import together
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Indicator, indicators
from fengqiao.oversight.reports.permissions import SEE
from fengqiao.oversight.reports.reached import territories

router = Router(tags=["数据报告"])


class FiguresAsked(Schema):
    area: str = Field(
        pattern=r"^([0-9]{6}|[0-9]{9})$", description="设区市、市(区)6位,乡镇(街道)9位区划代码"
    )
    first: date = Field(description="起日")
    last: date = Field(description="止日,含当日")


class FigureOut(Schema):
    """`among` null: nothing is divided; 0: no cases, so there is no rate."""

    id: str
    title: str
    unit: str
    by: dict[str, str] = Field(description="空为全部,否则为一个维度的一类")
    of: int | float
    among: int | None


class FiguresOut(Schema):
    area: str
    first: date
    last: date
    figures: list[FigureOut]


@reads(router, "/figures", SEE, FiguresOut, "一个地方在一个期间的各项指标")
def figures(request: HttpRequest, asked: FiguresAsked = Query(...)) -> Any:  # noqa: B008
    period = Period(asked.first, asked.last)
    period.refuse_odd(timezone.localdate())
    places = territories(user_of(request), SEE, period.last)
    place = next((one for one in places if one.key == asked.area), None)
    if place is None:
        raise Http404
    offices = place.offices_on(period.last)
    found = [row for one in indicators() for row in _rows(one, period, offices)]
    return asked.model_dump() | {"figures": found}


def _rows(one: Indicator, period: Period, offices: list[int]) -> Iterator[dict[str, Any]]:
    """The whole, also where it is 0; of the parts those that hold something."""
    values, scale = together(one, period, offices), scale_of(one, period)
    values[()]  # stands there from now on
    for by, value in sorted(values.items()):
        number = shown(value.of, scale)
        yield {
            "id": one.id,
            "title": str(one.title),
            "unit": str(one.unit),
            "by": dict(by),
            "of": number if isinstance(number, int) else float(number),
            "among": value.among,
        }
