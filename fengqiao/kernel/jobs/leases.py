"""Whether a job's worker lives, told by the machine and not by the database.

A worker holds the lock of a file for each job that it does; the system takes it away when the process
ends, however it ends. A heartbeat says as much to other machines, but no heartbeat gets through while
the job's own transaction holds the one write lock of SQLite.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings


@contextmanager
def lease(pk: int) -> Iterator[None]:
    """While the block runs, this job is in the hands of a living worker; it waits for another one's
    end."""
    file = _locked(_path(pk))
    try:
        yield
    finally:
        _path(pk).unlink(missing_ok=True)
        file.close()


def is_held(pk: int) -> bool:
    """Whether a worker on this machine has the job in hand."""
    try:
        file = _path(pk).open("rb")
    except FileNotFoundError:
        return False
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _path(pk: int) -> Path:
    folder = Path(settings.HOME) / "leases"
    folder.mkdir(exist_ok=True)
    return folder / str(pk)


def _locked(path: Path) -> IO[bytes]:
    """The file, locked; once more where who held it has taken it away meanwhile."""
    while True:
        file = path.open("ab")
        fcntl.flock(file, fcntl.LOCK_EX)
        if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
        file.close()
