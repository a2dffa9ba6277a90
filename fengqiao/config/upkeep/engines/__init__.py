"""The two databases, each as a module with the same names: FILE, NAME, snapshot, is_filled,
refuse_if_used, put_in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from django.db import connection

from fengqiao.config.upkeep.seen import Cursor


class Snapshot(Protocol):
    """One moment of the database: a cursor that sees it, its tables, the version of the server."""

    cursor: Cursor
    tables: list[str]
    server: str


class Engine(Protocol):
    FILE: str  # in the backup
    NAME: str

    # where to write it, and what to do once the moment stands, before the database is written
    snapshot: Callable[[Path, Callable[[], None]], AbstractContextManager[Snapshot]]
    is_filled: Callable[[], bool]
    refuse_if_used: Callable[[], None]
    put_in: Callable[[Path, str], str]


def engine(vendor: str = "") -> Engine:
    """The one of this system, or of that name."""
    name = "sqlite" if (vendor or connection.vendor) == "sqlite" else "postgres"
    return cast(Engine, import_module(f"{__name__}.{name}"))
