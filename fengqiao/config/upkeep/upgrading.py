"""Keeps the database of an office as it was before its upgrade."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from fengqiao.config.upkeep.copying import room_is_needed
from fengqiao.config.upkeep.engines import sqlite

NAME = "before-upgrade.sqlite3"


def keep_copy() -> Path | None:
    """A copy in the home, one file, in the place of the one of the upgrade before; None where there is
    nothing to keep. On PostgreSQL the administrator makes a backup before he upgrades (ADR 14)."""
    if connection.vendor != "sqlite" or not sqlite.is_filled():
        return None
    kept = Path(settings.HOME) / NAME
    draft = kept.with_name(f".{NAME}")
    draft.unlink(missing_ok=True)
    try:
        with room_is_needed("升级前的留存,升级也"):
            sqlite.copy_database(draft)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft.replace(kept)
