"""One writer at a time in a register, so that two imports, or an import and a form, do not mix."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F

from fengqiao.kernel.areas.models import Turn


@contextmanager
def turn(register: str) -> Iterator[int]:
    """A transaction that waits for the register's turn and holds it to the end; gives how many
    turns were taken before.

    PostgreSQL locks the row that it counts up; SQLite has one writer anyhow, because its
    transactions begin IMMEDIATE.
    """
    with transaction.atomic():
        mine = Turn.objects.filter(name=register)
        if not mine.update(taken=F("taken") + 1):
            Turn.objects.get_or_create(name=register)
            mine.update(taken=F("taken") + 1)
        yield mine.values_list("taken", flat=True).get() - 1


def turns_taken(register: str) -> int:
    """How many turns there were: as long as that stays the same, nobody has written there."""
    return Turn.objects.filter(name=register).values_list("taken", flat=True).first() or 0
