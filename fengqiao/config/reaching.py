"""Waits a little for PostgreSQL, which may start later than we do, and says so."""

import sys
import time
from typing import Any

from django.db import connection

from fengqiao.lib.faults import StartRefused
from fengqiao.lib.typography import typeset

WAITS = 15.0  # seconds in all
ANSWER, PAUSE = 2, 1.0  # seconds: for one answer, and between two questions


def reach() -> None:
    """Return once the database answers; StartRefused where it does not. SQLite is a file and answers
    at once. The pool of connections would ask in silence, three times for as long as a page may wait."""
    if connection.vendor != "postgresql":
        return
    import psycopg

    params: dict[str, Any] = {**connection.get_connection_params(), "connect_timeout": ANSWER}
    until, told = time.monotonic() + WAITS, False
    while True:
        try:
            psycopg.connect(**params).close()
            return
        except psycopg.OperationalError as error:
            where = f"{params.get('host', '本机')}:{params.get('port', 5432)}"
            if time.monotonic() > until:
                why = str(error).strip().splitlines()[0] if str(error).strip() else "没有回应"
                said = f"连不上数据库 {where},请检查它是否在运行、DATABASE_URL 是否正确({why})。"
                raise StartRefused(said) from None
            if not told:
                sys.stderr.write(typeset(f"数据库 {where} 没有回应,再等 {WAITS:.0f} 秒……") + "\n")
                sys.stderr.flush()
                told = True
            time.sleep(PAUSE)
