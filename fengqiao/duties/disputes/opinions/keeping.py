"""How codes and answers are kept so that nothing leads from one to the other, nor to a case.

Neither has a day, a number in a series or an order. Whoever adds a row writes all rows that it could be
told from anew, in a random order and one transaction: not even the database's own marks of time (xmin,
rowid) say which was the last. One lock on the row of the office keeps two writers apart.
"""

import random
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from fengqiao.duties.disputes.models import Opinion, OpinionCode
from fengqiao.duties.disputes.opinions.codes import digest, digests, last_day
from fengqiao.kernel.areas.models import Area

TOGETHER = 5  # so many answers are counted and shown at once, never fewer
_chance = random.SystemRandom()


@transaction.atomic
def put(office: Area, kind: str, codes: Iterable[str], today: date) -> None:
    """Codes are handed out; those that ran out are forgotten. All or none."""
    _lock(office.pk)
    rows = OpinionCode.objects.filter(office=office)
    kept = [one for one in rows if one.until >= today]
    until = last_day(today)
    new = [OpinionCode(office=office, kind=kind, code=digest(one), until=until) for one in codes]
    rows.delete()
    _write(OpinionCode, [*kept, *new])


@transaction.atomic
def take(typed: str, answers: Mapping[str, Any]) -> bool:
    """An answer comes in, and its code is gone; False where there is no such code, or no more."""
    found = OpinionCode.objects.filter(code__in=digests(typed), until__gte=timezone.localdate())
    slip = found.first()
    if slip is None:
        return False
    _lock(slip.office_id)
    gone, _kinds = OpinionCode.objects.filter(code=slip.code).delete()
    if gone:
        _add(Opinion(office_id=slip.office_id, kind=slip.kind, **answers))
    return bool(gone)


def _add(opinion: Opinion) -> None:
    """With those that wait; as soon as they are enough, all of them bear this month."""
    rows = Opinion.objects.filter(office=opinion.office_id, kind=opinion.kind, month=None)
    waiting = [*rows, opinion]
    rows.delete()
    if len(waiting) >= TOGETHER:
        month = timezone.localdate().replace(day=1)
        for one in waiting:
            one.month = month
    _write(Opinion, waiting)


def _write(model: type[models.Model], rows: list[Any]) -> None:
    """In no order, each under another key than before."""
    _chance.shuffle(rows)
    for row in rows:
        row.pk = uuid.uuid4()
    model._default_manager.bulk_create(rows)


def _lock(office: int) -> None:
    Area.objects.select_for_update(no_key=True).get(pk=office)
