"""Numbers of months from before the system: entered, corrected, and looked up."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.indicators.registry import indicators
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.reports.models import ReportedFigure
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.territory import Territory

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

ACCEPTED = "disputes.accepted"
REPORTABLE = (ACCEPTED,)  # line 1 of the monthly return alone
MOST = 10**9
SHOWN = 60  # rows on a page


def reported_of(place: Territory, month: Month, indicator: str = ACCEPTED) -> ReportedFigure | None:
    """The one that counts: the last that was entered."""
    return ReportedFigure.objects.of(indicator, place.key, month.first).first()


def entered_of(place: Territory) -> list[ReportedFigure]:
    """What was ever entered of a place that the reader has reached, the last months first."""
    rows = ReportedFigure.objects.filter(division=place.key).select_related("by")
    return list(rows.order_by("-month", "-pk")[:SHOWN])


@transaction.atomic
def report(
    indicator: str, place: Territory, month: Month, value: int, *, by: "User | None"
) -> tuple[ReportedFigure, ReportedFigure | None]:
    """The row that counts now, and the one that it corrects; the same number once more is no row.
    InputRefused where it is none to enter."""
    _refuse(indicator, month, value)
    before = reported_of(place, month, indicator)
    if before is not None and before.value == value:
        return before, before
    row = ReportedFigure.objects.create(
        indicator=indicator,
        division=place.key,
        area=place.area,
        month=month.first,
        value=value,
        by=by,
    )
    was: dict[str, Any] = {"before": before.value} if before else {}
    record(
        "reports.figure_reported",
        by=by,
        subject=row,
        area=place.area or area_of(by),
        label=f"{place.said} {month.said}",
        indicator=indicator,
        value=value,
        **was,
    )
    return row, before


def _refuse(indicator: str, month: Month, value: int) -> None:
    if indicator not in REPORTABLE:
        known = {one.id for one in indicators()}
        why = "不能上报" if indicator in known else "没有这个指标"
        raise InputRefused(f"{indicator}:{why},可以上报的是:{'、'.join(REPORTABLE)}")
    if not 0 <= value <= MOST:
        raise InputRefused(f"上报数应为0到{MOST}的整数,现为{value}")
    today = timezone.localdate()
    month.refuse_not_begun(today)
    month.refuse_not_over(today)
