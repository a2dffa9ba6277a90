"""The number of a case: (2026)海陵人调字第00012号, a series for each office, sort and year; and the
numbers of those papers that have one of their own."""

from collections.abc import Callable
from datetime import date

from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.documents.numbers import take, written

DISTRICT = 2 * Area.steplen
SORTS = {Kind.PEOPLE: "人调", Kind.TRADE: "人调", Kind.ADMINISTRATIVE: "行调"}


def next_number(office: Area, kind: Kind, on: date) -> str:
    """The next one, taken in the act's own transaction."""
    while _is_given(office, number := _next(office, SORTS[kind], on)):
        pass
    return number


def _is_given(office: Area, number: str) -> bool:
    """A case that came in from a ledger keeps its number, which may be one of this series."""
    return Dispute.objects.filter(office=office, number=number).exists()


def series(sort: str) -> Callable[[Dispute, date], str]:
    """How a sort of papers is numbered."""
    return lambda case, on: _next(case.office, sort, on)


def _next(office: Area, sort: str, on: date) -> str:
    return written(on.year, _place(office, on) + sort, take(sort, office, on.year))


def _place(office: Area, on: date) -> str:
    """海陵 of 海陵区; empty where no district of that day is known."""
    district = Area.objects.filter(path=office.path[:DISTRICT]).first()
    name = district.name_on(on) if district else None
    return name.name.rstrip("市区县") if name else ""
