"""One writer at a time in a register, so that two imports, or an import and a form, do not mix."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from fengqiao.kernel.areas.models import Turn


@contextmanager
def turn(register: str) -> Iterator[None]:
    """A transaction that waits for the register's turn and holds it to the end.

    PostgreSQL locks the row; SQLite has one writer anyhow, because its transactions begin
    IMMEDIATE.
    """
    with transaction.atomic():
        Turn.objects.get_or_create(name=register)
        Turn.objects.select_for_update().get(name=register)
        yield
