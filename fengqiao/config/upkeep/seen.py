"""Asks a database what it holds, through a cursor that sees one moment of it.

Plain SQL, because the copy of a SQLite database is asked without Django. Names come from the database
itself and are quoted.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from fengqiao.config.upkeep.holdings import HOLDINGS
from fengqiao.config.upkeep.manifest import Seen
from fengqiao.kernel.crypto import lookups, values
from fengqiao.kernel.crypto.keys import Kind

# Emptied and filled by the machine itself: their counts say nothing.
PASSING = {"django_session", "shared_cache"}
KEY = ("key_id", "salt", "check_value")


class Cursor(Protocol):
    def execute(self, statement: Any, /) -> Any: ...

    def fetchall(self) -> list[Any]: ...


def see(cursor: Cursor, tables: Iterable[str]) -> Seen:
    """Everything that a manifest says of the rows."""
    there = sorted(tables)
    ask = Asking(cursor, set(there))
    return Seen(
        migrations=ask.rows("django_migrations", "app", "name"),
        counts={table: ask.count(table) for table in there if table not in PASSING},
        head=ask.head(),
        keys=[[*row, ask.is_used(row[0])] for row in ask.rows("crypto_keycheck", *KEY)],
        editions=ask.rows("standards_judgement", "standard", "edition", "digest"),
    )


def named_files(cursor: Cursor, tables: Iterable[str]) -> list[str]:
    """The files that rows name, each with its folder."""
    ask = Asking(cursor, set(tables))
    return [
        f"{one.folder}/{name}"
        for one in HOLDINGS
        for (name,) in ask.rows(one.table, one.column)
        if name
    ]


class Asking:
    """A table that is not there holds nothing: it came with a later version, or nothing was made yet."""

    def __init__(self, cursor: Cursor, tables: set[str]) -> None:
        self._cursor = cursor
        self._tables = tables

    def rows(self, table: str, *columns: str) -> list[list[Any]]:
        """The different rows of these columns, in their order."""
        if table not in self._tables:
            return []
        named = ", ".join(f'"{column}"' for column in columns)
        return self._ask(f'SELECT DISTINCT {named} FROM "{table}" ORDER BY {named}')

    def count(self, table: str) -> int:
        return int(self._ask(f'SELECT count(*) FROM "{table}"')[0][0])

    def head(self) -> list[Any]:
        """Position and link of the last row of the trail; empty where nothing was sealed."""
        if "audit_link" not in self._tables:
            return []
        found = self._ask("SELECT position, hash FROM audit_link ORDER BY position DESC LIMIT 1")
        return found[0] if found else []

    def is_used(self, key_id: str) -> bool:
        """Whether a value or a code stands under the key."""
        kind = key_id[0]
        begins = values.start(key_id) if kind == Kind.ENCRYPTION else lookups.start(key_id)
        return any(
            self._ask(f'SELECT 1 FROM "{table}" WHERE "{column}" LIKE \'{begins}%\' LIMIT 1')
            for found, table, column in self.rows("crypto_sealedcolumn", "kind", "table", "column")
            if found == kind and table in self._tables
        )

    def _ask(self, statement: str) -> list[list[Any]]:
        self._cursor.execute(statement)
        return [list(row) for row in self._cursor.fetchall()]
