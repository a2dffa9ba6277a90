"""Which kinds of records are kept for how long: each app states its own in a table `KEPT` in its
`retention.py`, the number of years stands in `rulepacks/statutes/`.

A kind whose rule has no value yet is never proposed: what has no period is not destroyed.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils.functional import Promise

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.stated import modules
from fengqiao.lib.days import Unit
from fengqiao.rulebook.statutes import Statute, Value, load

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


class Due(NamedTuple):
    """A record of an office that nobody has used since a day."""

    subject_id: int
    area_id: int
    made_at: datetime
    used_on: date


@dataclass(frozen=True, slots=True)
class Kept:
    """`due(before, area, among)`: the records that were last used before the day, of all offices or
    of one, all or some. `wipe(subject_id, area, by)` takes away what is personal in the one and
    leaves the row that figures count; in the caller's transaction. `seen(user, subject_id)`: the
    office through which the user sees the record, if he does. `purpose` says for what it is kept."""

    name: str
    title: str | Promise
    purpose: str | Promise
    rule: str
    url: str  # name of the address of a record
    due: Callable[[date, Area | None, Collection[int] | None], Iterable[Due]]
    wipe: Callable[[int, Area, "User | None"], None]
    again: Callable[
        [int, int, datetime], bool
    ]  # whether an erased record came back, with its stamp
    seen: Callable[["User", int], Area | None]

    @property
    def statute(self) -> Statute:
        return load()[self.rule]

    def period(self, day: date) -> Value | None:
        """What holds on the day; None: not settled, so never destroyed."""
        return self.statute.on(day)


_kept: dict[str, Kept] = {}


def collect() -> None:
    """Read the tables of all installed apps; a name twice is a mistake of ours."""
    _kept.clear()
    for module in modules("retention"):
        for row in module.KEPT:
            if row.name in _kept:
                raise LookupError(f"a kind of record twice: {row.name}")
            _kept[row.name] = row


def kept_named(name: str) -> Kept:
    """LookupError where no table has it."""
    if name not in _kept:
        raise LookupError(f"a kind of record that no table knows: {name}")
    return _kept[name]


def all_kept() -> list[Kept]:
    return list(_kept.values())


def before(day: date, value: Value) -> date:
    """What was last used before this day has run out on `day`: the period counts from the day after
    the use, and its last day is still kept."""
    term = value.term
    if term.unit in (Unit.YEARS, Unit.MONTHS):
        months = term.length * (12 if term.unit is Unit.YEARS else 1)
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        return _day_of(year, month + 1, day.day)
    return day - timedelta(days=term.length)


def _day_of(year: int, month: int, day: int) -> date:
    """That day of the month, or its last one."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
