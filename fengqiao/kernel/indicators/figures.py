"""Figures of a period for every office, district and city, as a whole and by each dimension."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.utils import timezone

from fengqiao.kernel.indicators.counting import Key, Value, cells
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.places import Place, Scope, places_on
from fengqiao.kernel.indicators.registry import Indicator, Subject

By = tuple[tuple[str, str], ...]  # a dimension and its word, or nothing: all


class Figure(NamedTuple):
    indicator: Indicator
    scope: Scope
    by: By
    value: Value


def figures(indicators: Iterable[Indicator], period: Period) -> Iterator[Figure]:
    """Only those that hold something, in an order of their own: the same each time."""
    places = places_on(min(period.last, timezone.localdate()))
    for indicator in indicators:
        counted = cells(indicator, period, indicator.subject.rows())
        added = add_up(indicator.subject, counted, places)
        for (scope, by), value in sorted(added.items()):
            if not value.is_nothing:
                yield Figure(indicator, scope, by, value)


def together(
    indicator: Indicator, period: Period, offices: Collection[int]
) -> defaultdict[By, Value]:
    """Of these offices alone, as a whole and by each dimension; what holds nothing is nothing."""
    subject = indicator.subject
    added: defaultdict[By, Value] = defaultdict(Value)
    for (_office, *values), value in cells(indicator, period, subject.of(offices)).items():
        for by in _divisions(subject, values):
            added[by] += value
    return added


def add_up(
    subject: Subject, counted: dict[Key, Value], places: dict[int, Place]
) -> dict[tuple[Scope, By], Value]:
    """Each cell counts for its office, district and city, once as a whole and once by each
    dimension."""
    added: defaultdict[tuple[Scope, By], Value] = defaultdict(Value)
    for (office, *values), value in counted.items():
        for scope in places[office].scopes if office in places else ():
            for by in _divisions(subject, values):
                added[scope, by] += value
    return dict(added)


def _divisions(subject: Subject, values: list[str]) -> Iterator[By]:
    yield ()
    for dimension, value in zip(subject.dimensions, values, strict=True):
        yield ((dimension.name, dimension.word(value)),)
