"""PostgreSQL: a dump of one moment, and its own tools to write and to read it."""

import errno
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.db import connection, transaction

from fengqiao.config.upkeep.seen import Cursor
from fengqiao.lib.faults import StartRefused

FILE = "database.pgdump"
NAME = "PostgreSQL"
ASIDE = "before_restore_"  # schemas of former databases; they are no part of this one
MISSING = "本机没有 {tool},请安装与数据库同版本的 postgresql-client 后再试"
VARIABLES = {
    "NAME": "PGDATABASE",
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
}
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
TURNS, PAUSE = 10, 0.3  # how often, and after how many seconds, it is asked again
OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "service": "PGSERVICE"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    cursor: Cursor
    tables: list[str]
    server: str


@contextmanager
def snapshot(folder: Path, meanwhile: Callable[[], None]) -> Iterator[Snapshot]:
    """Dump one moment of the database into the folder; the same moment is what is asked."""
    _tool("pg_dump")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        moment = _asked(cursor, "SELECT pg_export_snapshot()")
        meanwhile()
        _dump(folder / FILE, moment)
        yield Snapshot(
            cursor,
            connection.introspection.table_names(cursor),
            _asked(cursor, "SHOW server_version"),
        )


def _asked(cursor: Any, statement: str) -> str:
    cursor.execute(statement)
    return str(cursor.fetchone()[0])


def _dump(target: Path, moment: str) -> None:
    words = ["--format=custom", "--compress=1", "--no-owner", "--no-privileges", "--no-sync"]
    chosen = [f"--snapshot={moment}", f"--exclude-schema={ASIDE}*", f"--file={target}"]
    target.touch(0o600)
    _run("pg_dump", *words, *chosen)


def is_filled() -> bool:
    return bool(connection.introspection.table_names())


def refuse_if_used() -> None:
    """Nobody else may be connected; our own connections take a moment to be gone."""
    _leave()
    for _turn in range(TURNS):
        if not int(_run("psql", "--no-psqlrc", "--tuples-only", f"--command={OTHERS}")):
            return
        time.sleep(PAUSE)
    raise StartRefused("还有其他程序连着数据库,请先停止网页服务和后台任务,再恢复")


def _leave() -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]


def put_in(source: Path, aside: str) -> str:
    """Read the dump in one transaction, in which the former database is renamed; its name, if there
    was one."""
    filled = is_filled()
    _leave()
    moved = aside.replace("-", "_") if filled else ""
    _replay(source, _clearing(moved))
    return f"PostgreSQL 模式 {moved}" if moved else ""


def _clearing(moved: str) -> str:
    """What comes before the dump, which takes the schema for one that is always there."""
    gone = f"ALTER SCHEMA public RENAME TO {moved};" if moved else "DROP SCHEMA IF EXISTS public;"
    return f"{gone}CREATE SCHEMA public;"


def _replay(source: Path, before: str) -> None:
    """Only a dump that was read to its end is committed: psql never sees the word otherwise."""
    with tempfile.TemporaryFile("w+") as faults:
        reading = [_tool("pg_restore"), "--file=-", "--no-owner", "--no-privileges", str(source)]
        writing = [_tool("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]
        with (
            subprocess.Popen(reading, stdout=subprocess.PIPE, stderr=faults) as reader,
            subprocess.Popen(
                writing,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=faults,
                env=_environment(),
            ) as writer,
        ):
            with suppress(BrokenPipeError):
                _feed(reader, _pipe(writer.stdin), before)
            status = writer.wait()
        if reader.returncode or status:
            faults.seek(0)
            _refuse("psql", faults.read())


def _feed(reader: "subprocess.Popen[bytes]", writer: IO[bytes], before: str) -> None:
    with writer:
        writer.write(f"BEGIN;{before}\n".encode())
        shutil.copyfileobj(_pipe(reader.stdout), writer)
        writer.write(b"\nCOMMIT;\n" if reader.wait() == 0 else b"\nROLLBACK;\n")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("a process without its pipe")
    return pipe


def _run(tool: str, *words: str) -> str:
    """What the tool says; its own words where it failed."""
    command = [_tool(tool), *words]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGXFSZ:
        raise OSError(errno.EFBIG, "a file may not grow so large")
    if done.returncode:
        _refuse(tool, done.stderr)
    return done.stdout


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise StartRefused(MISSING.format(tool=name))
    return found


def _environment() -> dict[str, str]:
    """The connection of this system in the words of PostgreSQL's tools; the password is on no
    command line."""
    to = connection.settings_dict
    given = {name: str(to[key]) for key, name in VARIABLES.items() if to[key]}
    options = {OPTIONS[key]: str(value) for key, value in to["OPTIONS"].items() if key in OPTIONS}
    return os.environ | given | options


def _refuse(tool: str, said: str) -> None:
    """The tool's own words are for who mends it."""
    if "No space left" in said or "File too large" in said:
        raise OSError(errno.ENOSPC, "no room for the dump")
    first = next(iter(said.strip().splitlines()), "")
    raise StartRefused(f"{tool} 没有完成:{first}")
