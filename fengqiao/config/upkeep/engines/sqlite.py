"""SQLite: one file, copied by its own backup while others write."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.sqlite3._functions import register  # type: ignore[import-untyped]

from fengqiao.config.upkeep.copying import copy
from fengqiao.config.upkeep.seen import Cursor
from fengqiao.lib.faults import InputRefused, StartRefused

FILE = "database.sqlite3"
NAME = "SQLite"
WAIT = 20  # seconds for a writer to end
NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


@dataclass(frozen=True, slots=True)
class Snapshot:
    cursor: Cursor
    tables: list[str]
    server: str


def where() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


@contextmanager
def snapshot(folder: Path, meanwhile: Callable[[], None]) -> Iterator[Snapshot]:
    """Write the database as it is at one moment into the folder; the copy is what is asked."""
    target = folder / FILE
    target.unlink(missing_ok=True)
    copy_database(target, meanwhile)
    with closing(sqlite3.connect(target)) as copied:
        yield Snapshot(copied.cursor(), _tables(copied), sqlite3.sqlite_version)


def copy_database(target: Path, meanwhile: Callable[[], None] = lambda: None) -> None:
    """One file without a log beside it. Readers and writers of the live one wait for nothing: in WAL
    mode the copy is a reader like others."""
    target.touch(0o600)
    try:
        with (
            closing(sqlite3.connect(where(), timeout=WAIT)) as live,
            closing(sqlite3.connect(target)) as made,
        ):
            live.execute("BEGIN")
            live.execute("SELECT 1 FROM sqlite_master").fetchone()  # the moment that is copied
            meanwhile()
            live.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(NO_ROOM):
            raise OSError(errno.ENOSPC, "no room for the copy of the database") from None
        raise


def is_filled() -> bool:
    if not where().exists():
        return False
    with closing(sqlite3.connect(where(), timeout=WAIT)) as live:
        return bool(_tables(live))


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in rows if not name.startswith("sqlite_")]


def refuse_if_used() -> None:
    """Nobody else may have it open: only then can its log be folded in."""
    connection.close()
    if not where().exists():
        return
    with closing(sqlite3.connect(where(), timeout=1)) as live:
        try:
            live.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            raise StartRefused("系统还在运行,请先停止网页服务和后台任务,再恢复") from None


def put_in(source: Path, aside: str) -> str:
    """Put the copy in the place of the database; where the former one lies now, if there was one."""
    there = where()
    there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = there.with_name(f".{there.name}.restoring")
    try:
        copy(source, draft)
        refuse_unreadable(draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        moved = _move_aside(there, aside)
        draft.replace(there)
    finally:
        draft.unlink(missing_ok=True)
    return moved


def refuse_unreadable(draft: Path) -> None:
    """InputRefused where SQLite finds anything wrong with the file. It looks at the constraints too, and
    some of them call functions that Django gives to its connections."""
    with closing(sqlite3.connect(draft)) as staged:
        register(staged)
        [verdict] = staged.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise InputRefused("备份中的数据库读不通,没有恢复")


def _move_aside(there: Path, aside: str) -> str:
    moved = there.with_name(f"{there.name}.{aside}")
    for end in ("-wal", "-shm"):  # left by a crash; they are of that file and of no other
        with suppress(FileNotFoundError):
            there.with_name(there.name + end).rename(moved.with_name(moved.name + end))
    try:
        there.rename(moved)
    except FileNotFoundError:
        return ""
    return str(moved)
