"""Reading much at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read in the block is of one moment, whatever is committed meanwhile; nobody waits
    for it, and nothing can be written in it. Inside a transaction it is that transaction.

    PostgreSQL: REPEATABLE READ. SQLite: a transaction that takes no lock of a writer, as Django's own
    does (`transaction_mode` IMMEDIATE).
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            _do("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        _do("BEGIN DEFERRED")
        try:
            yield
        finally:
            _do("ROLLBACK")


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
