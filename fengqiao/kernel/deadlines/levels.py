"""When the owner of a term is told, and when his office is: a table."""

from datetime import date, timedelta
from typing import NamedTuple

from fengqiao.kernel.deadlines.models import Level, Term


class Step(NamedTuple):
    """`days` after the day by which it is measured. Until the end that is the last day by the count
    alone, so that nobody leans on its moving on; after it, the day to which it moved."""

    level: Level
    days: int
    by_due: bool


STEPS = (
    Step(Level.SOON, -3, by_due=False),
    Step(Level.DUE, 0, by_due=False),
    Step(Level.OVERDUE, 1, by_due=True),
    Step(Level.ESCALATED, 4, by_due=True),
)
# What rests on a year that was not announced is not held against anybody.
HARSH = (Level.OVERDUE, Level.ESCALATED)


def level_on(term: Term, day: date) -> Level:
    """How near the end of the term is on the day."""
    reached = [step.level for step in STEPS if _counts(term, step) and _day(term, step) <= day]
    return max(reached, default=Level.QUIET)


def next_watch(term: Term, told: Level) -> date:
    """The day on which there is more to tell than was told; the last day that there is if never."""
    ahead = [_day(term, step) for step in STEPS if step.level > told and _counts(term, step)]
    return min(ahead, default=date.max)


def _counts(term: Term, step: Step) -> bool:
    return not (term.provisional and step.level in HARSH)


def _day(term: Term, step: Step) -> date:
    return (term.due_on if step.by_due else term.last_on) + timedelta(days=step.days)
