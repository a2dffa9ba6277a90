"""Counts a measure by office and dimensions: one statement for each of its querysets, whole numbers
only, so that sums of cells are exact on both databases."""

from collections import defaultdict
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, ExpressionWrapper, F, FloatField, Sum
from django.db.models import Count as Counted
from django.db.models.functions import Cast, Round

from fengqiao.kernel.indicators.measures import Count, Ratio, Rows, Total
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Indicator, Subject

Key = tuple[Any, ...]  # office, then the value of each dimension


class Value(NamedTuple):
    """Of a total `of` counts its smallest units, a hundred to the yuan; `among` is None where nothing
    is divided."""

    of: int = 0
    among: int | None = None

    def __add__(self, other: "Value") -> "Value":  # type: ignore[override]
        among = None if other.among is None else (self.among or 0) + other.among
        return Value(self.of + other.of, among)

    @property
    def is_nothing(self) -> bool:
        return not self.of and not self.among


def cells(indicator: Indicator, period: Period, rows: Rows) -> dict[Key, Value]:
    """Only those that hold something."""
    subject, measure = indicator.subject, indicator.measure(rows, period)
    if isinstance(measure, Count):
        return {key: Value(of) for key, of in _counted(subject, measure.rows).items()}
    if isinstance(measure, Total):
        found = _summed(subject, measure.rows, measure.field)
        return {key: Value(of) for key, of in found.items() if of}
    return _ratios(subject, measure)


def scale_of(indicator: Indicator, period: Period) -> int:
    """How many of the units that are counted make one that is shown."""
    measure = indicator.measure(indicator.subject.rows().none(), period)
    return _scale(measure.rows, measure.field) if isinstance(measure, Total) else 1


def shown(of: int, scale: int) -> Decimal | int:
    """A counted number as it is shown, exactly."""
    return of if scale == 1 else Decimal(of) / scale


def _columns(subject: Subject) -> list[str]:
    return [subject.office, *(one.column for one in subject.dimensions)]


def _counted(subject: Subject, rows: Rows) -> dict[Key, int]:
    groups = rows.order_by().values_list(*_columns(subject)).annotate(Counted("pk"))
    return {tuple(key): number for *key, number in groups}


def _summed(subject: Subject, rows: Rows, field: str) -> dict[Key, int]:
    summed = Sum(whole(rows, field))
    groups = rows.order_by().values_list(*_columns(subject)).annotate(figure_sum=summed)
    return {tuple(key): number or 0 for *key, number in groups}


def whole(rows: Rows, field: str) -> Cast:
    """A column in its smallest units: in SQLite an amount is a binary fraction, so each is made whole
    before it is added."""
    times = ExpressionWrapper(F(field) * _scale(rows, field), output_field=FloatField())
    return Cast(Round(times), BigIntegerField())


def _scale(rows: Rows, field: str) -> int:
    places: int = getattr(rows.model._meta.get_field(field), "decimal_places", 0)
    return int(10**places)


def _ratios(subject: Subject, measure: Ratio) -> dict[Key, Value]:
    found: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0])
    for at, rows in enumerate((measure.of, measure.among)):
        for key, number in _counted(subject, rows).items():
            found[key][at] = number
    return {key: Value(of, among) for key, (of, among) in found.items()}
