"""The one act on dated rows: from this day on, these are the values.

It never touches what holds before the day nor a change that is already recorded for a later day:
the new row lasts as long as the row that it replaces would have, or up to the next row. The same
values again change nothing. A change on the day the row began is a correction: the old row stays
with an empty validity.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from fengqiao.kernel.areas.dated import DatedModel, DatedQuerySet

D = TypeVar("D", bound=DatedModel)
Key = tuple[Any, ...]
BATCH = 500  # keys in one IN list, within the parameter limit of every database


@dataclass(frozen=True, slots=True)
class Step(Generic[D]):
    """What one key goes through on the day: `current` ends, `values` begin and last `until`."""

    key: Key
    current: D | None
    values: dict[str, Any] | None  # None: nothing holds from the day on
    until: date | None

    @property
    def changes(self) -> bool:
        """Whether the day after is different from the day before."""
        return self.current is None or self.values != self.current.values


def _rows(model: type[D]) -> DatedQuerySet[D]:
    manager: Any = model.objects
    rows: DatedQuerySet[D] = manager.all()
    return rows


def find_steps(
    rows: Iterable[D],
    day: date,
    wanted: Mapping[Key, Mapping[str, Any] | None],
    *,
    renew: bool = False,
) -> list[Step[D]]:
    """The steps from the stored rows (`on_or_after(day)` of at least these keys) to what is wanted.

    `None` as values ends the key; values that are not named stay as they are. With `renew` the
    same values begin a new row too, because something else about them is new (who says so, why).
    """
    standing, following = _sort_rows(rows, day)
    steps = (
        _step(key, values, standing.get(key), following.get(key)) for key, values in wanted.items()
    )
    return [step for step in steps if step and (renew or step.changes)]


def _step(
    key: Key, values: Mapping[str, Any] | None, current: D | None, follower: date | None
) -> Step[D] | None:
    if current is None:
        return None if values is None else Step(key, None, dict(values), follower)
    if values is None:
        return Step(key, current, None, current.ends_on)
    return Step(key, current, {**current.values, **values}, current.ends_on)


def _sort_rows(rows: Iterable[D], day: date) -> tuple[dict[Key, D], dict[Key, date]]:
    """Per key the row that holds on the day, and the first day after it on which another begins."""
    standing: dict[Key, D] = {}
    following: dict[Key, date] = {}
    for row in rows:
        if row.holds_on(day):
            standing[row.key] = row
        elif row.begins_on and row.begins_on > day:
            following[row.key] = min(row.begins_on, following.get(row.key, row.begins_on))
    return standing, following


def write_steps(model: type[D], steps: Collection[Step[D]], day: date, **common: Any) -> list[D]:
    """Carry the steps out in a few statements; `common` are columns that every new row gets."""
    ending = [step.current.pk for step in steps if step.current]
    for start in range(0, len(ending), BATCH):
        _rows(model).filter(pk__in=ending[start : start + BATCH]).update(ends_on=day)
    return _rows(model).bulk_create(
        _new_row(model, step, day, common) for step in steps if step.values is not None
    )


def _new_row(model: type[D], step: Step[D], day: date, common: Mapping[str, Any]) -> D:
    about = dict(zip(model.KEY, step.key, strict=True))
    values = step.values or {}
    return model(**{**common, **about, **values}, begins_on=day, ends_on=step.until)


def set_from(
    model: type[D],
    key: Key,
    day: date,
    values: Mapping[str, Any] | None,
    *,
    renew: bool = False,
    **common: Any,
) -> Step[D] | None:
    """`find_steps` and `write_steps` for a single key; None where nothing had to change.

    Call it inside a transaction that holds the register's turn.
    """
    about = dict(zip(model.KEY, key, strict=True))
    rows = _rows(model).filter(**about).on_or_after(day)
    steps = find_steps(rows, day, {key: values}, renew=renew)
    write_steps(model, steps, day, **common)
    return steps[0] if steps else None
