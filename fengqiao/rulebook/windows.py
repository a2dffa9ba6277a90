"""Windows of time that a fact looks at: this month, the quarter before, a year that begins in December.

A window is part of a fact's conditions (`{period_from: {within: month}}`). It depends on the day that is
judged, so an edition is *dated* before it is compiled: every window becomes the two days that bound it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from fengqiao.rulebook.model import Edition

ONE_DAY = timedelta(days=1)
MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}
UNITS = (*MONTHS, "half_month", "week")
SECOND_HALF = 16  # the day with which the second half of a month begins (2.3.g)
WITHIN = "within"

Span = tuple[date, date]  # the first day, and the first day after it


def span(window: Any, day: date) -> Span:
    """The days of a window as they stand on this day; nothing after the day is in it."""
    spec: Mapping[str, Any] = window if isinstance(window, dict) else {"window": window}
    if "days" in spec:
        return day - timedelta(days=spec["days"] - 1), day + ONE_DAY
    begins = spec.get("begins", 1)
    first = start(spec["window"], day, begins)
    for _ in range(spec.get("back", 0)):
        first = start(spec["window"], first - ONE_DAY, begins)
    return first, min(after(spec["window"], first), day + ONE_DAY)


def periods(every: str, window: Any, day: date) -> list[Span]:
    """The whole periods of a window that are over by the evening of this day."""
    first, end = span(window, day)
    begins = window.get("begins", 1) if isinstance(window, dict) else 1
    return list(_whole(every, first, end, begins))


def _whole(every: str, first: date, end: date, begins: int) -> Iterator[Span]:
    at = start(every, first, begins)
    if at < first:
        at = after(every, at)
    while (then := after(every, at)) <= end:
        yield at, then
        at = then


def start(unit: str, day: date, begins: int = 1) -> date:
    """The first day of the unit in which the day lies; `begins` is the first month of a year."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "half_month":
        return day.replace(day=SECOND_HALF if day.day >= SECOND_HALF else 1)
    into = (day.month - begins) % MONTHS[unit]
    return _months_on(day.replace(day=1), -into)


def after(unit: str, first: date) -> date:
    """The first day after the unit that begins with this day."""
    if unit == "week":
        return first + timedelta(days=7)
    if unit == "half_month":
        return (
            first.replace(day=SECOND_HALF)
            if first.day == 1
            else _months_on(first.replace(day=1), 1)
        )
    return _months_on(first, MONTHS[unit])


def _months_on(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


@lru_cache(maxsize=64)
def dated(edition: Edition, day: date) -> Edition:
    """The edition with its windows as days; the same where it has none."""
    facts = {
        name: replace(fact, spec=_dated(fact.how, fact.spec, day))
        for name, fact in edition.facts.items()
    }
    if all(facts[name].spec == fact.spec for name, fact in edition.facts.items()):
        return edition
    return replace(edition, facts=facts, digest=f"{edition.digest}@{day.isoformat()}")


def _dated(how: str, spec: Any, day: date) -> Any:
    if how == "periods":
        return {**_bounded(spec, day), "spans": periods(spec["every"], spec[WITHIN], day)}
    if how == "given":
        return {"on": day, **_bounded(spec, day)}
    return _bounded(spec, day)


def _bounded(spec: Any, day: date) -> Any:
    """The same, each comparison with a window as one with its two days."""
    if isinstance(spec, list):
        return [_bounded(part, day) for part in spec]
    if not isinstance(spec, dict):
        return spec
    inner = {key: _bounded(value, day) for key, value in spec.items() if key != WITHIN}
    if WITHIN in spec:
        first, end = span(spec[WITHIN], day)
        inner |= {"since": first, "before": end}
    return inner
