"""The watch over all running terms: tells each level once, whatever is killed when.

A term at a time, in a transaction of its own with the telling; it is claimed by the day on which it
was to be looked at, so that two watches do not tell it twice. After days without a watch each term
is told the level that it has reached by then. A term that cannot be told does not stop the others.
"""

import logging
from datetime import date, timedelta

from django.db import transaction

from fengqiao.kernel.deadlines.levels import level_on, next_watch
from fengqiao.kernel.deadlines.models import Level, Term
from fengqiao.kernel.deadlines.models.term import TermQuerySet
from fengqiao.kernel.deadlines.signals import level_reached, term_moved
from fengqiao.kernel.deadlines.terms import recount

log = logging.getLogger(__name__)

BATCH = 200


def watch(today: date) -> int:
    """Tell what is to be told by today; how many terms reached a new level."""
    told = 0
    while terms := list(waiting(today)[:BATCH]):
        told += sum(_tell_or_put_off(term, today) for term in terms)
    return told


def recount_all(today: date) -> int:
    """Count anew what rested on a year that was not announced; how many ends moved, whose owners
    are told."""
    moved = 0
    for term in Term.objects.running().filter(provisional=True).order_by("pk").iterator():
        with transaction.atomic():
            before = term.due_on
            if recount(term, on=today):
                term.refresh_from_db()
                term_moved.send(Term, term=term, before=before)
                moved += 1
    return moved


def waiting(today: date) -> TermQuerySet:
    """Those that have something to tell by today; each is out of it once it was told or put off."""
    rows: TermQuerySet = Term.objects.running().filter(watch_on__lte=today)
    return rows.order_by("watch_on", "pk")


def _tell_or_put_off(term: Term, today: date) -> bool:
    try:
        return _tell(term, today)
    except Exception:
        log.exception("term %s cannot be told", term.pk)
        Term.objects.running().filter(pk=term.pk, watch_on=term.watch_on).update(
            watch_on=today + timedelta(days=1)
        )
        return False


@transaction.atomic
def _tell(term: Term, today: date) -> bool:
    level = level_on(term, today)
    claimed = (
        Term.objects.running()
        .filter(pk=term.pk, watch_on=term.watch_on, due_on=term.due_on)
        .update(level=level, watch_on=next_watch(term, level))
    )
    if not claimed or level <= term.level:
        return False
    term.level = level
    level_reached.send(Term, term=term, level=Level(level))
    return True
