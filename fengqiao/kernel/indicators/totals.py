"""Many figures of one set of offices in few statements: for pages that show several, period by period."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import BigIntegerField, Sum
from django.db.models import Count as Counted
from django.db.models import Value as Constant

from fengqiao.kernel.indicators.counting import Value, whole
from fengqiao.kernel.indicators.measures import Measure, Ratio, Total
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Indicator

MOST_VALUES = 20_000  # that a statement may hold: each part names all the offices

Asked = tuple[Indicator, Period]


def totals(asked: Sequence[Asked], offices: Collection[int]) -> list[Value]:
    """The value of each, as a whole, in their order."""
    subjects = {one.subject.name: one.subject for one, _period in asked}
    rows = {name: subject.of(offices) for name, subject in subjects.items()}
    measures = [one.measure(rows[one.subject.name], period) for one, period in asked]
    parts = [part for at, measure in enumerate(measures) for part in _parts(at, measure)]
    numbers: dict[int, int] = {}
    size = max(MOST_VALUES // (len(offices) + 1), 1)
    for some in _groups(parts, size):
        first, *rest = some
        numbers |= {slot: number or 0 for slot, number in first.union(*rest, all=True)}
    return [_value(at, measure, numbers) for at, measure in enumerate(measures)]


def _groups(parts: list[Any], size: int) -> Iterator[list[Any]]:
    for start in range(0, len(parts), size):
        yield parts[start : start + size]


def _parts(at: int, measure: Measure) -> Iterable[Any]:
    if isinstance(measure, Ratio):
        return [_counted(2 * at, measure.of), _counted(2 * at + 1, measure.among)]
    if isinstance(measure, Total):
        return [_part(2 * at, measure.rows, Sum(whole(measure.rows, measure.field)))]
    return [_counted(2 * at, measure.rows)]


def _counted(slot: int, rows: Any) -> Any:
    return _part(slot, rows, Counted("pk"))


def _part(slot: int, rows: Any, number: Any) -> Any:
    named = rows.order_by().annotate(slot=Constant(slot, output_field=BigIntegerField()))
    return named.values("slot").annotate(number=number).values_list("slot", "number")


def _value(at: int, measure: Measure, numbers: dict[int, int]) -> Value:
    among = numbers.get(2 * at + 1, 0) if isinstance(measure, Ratio) else None
    return Value(int(numbers.get(2 * at, 0)), among)
