"""An unexpected error has a number: the reader is told the number, the log holds the trace."""

import logging
import secrets
from contextvars import ContextVar
from datetime import datetime

from fengqiao.config import home
from fengqiao.config.hygiene import clean

current: ContextVar[str] = ContextVar("number", default="-")  # of the request that is answered here


def new_number() -> str:
    """Short enough to be read out on the telephone: 7F3A-91C2."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"


def record(trace: str) -> str:
    """Write a trace into the log without Django; the number under which it stands there."""
    number = new_number()
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    with (home.logs() / "fengqiao.log").open("a", encoding="utf-8") as log:
        log.write(f"{moment} ERROR [{number}] fengqiao {clean(trace.rstrip())}\n")
    return number


class NumberFilter(logging.Filter):
    """Gives a record the number of the request in which it was written, or `-`."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        record.error_number = getattr(request, "error_number", None) or current.get()
        return True
