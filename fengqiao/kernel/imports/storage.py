"""Where uploaded files lie: encrypted, each under a key that its row keeps.

What reads workbooks wants a path, so the worker opens a file into a folder that only its own user may
enter, and takes it away again. The folder is locked while it is needed; the lock ends with the process,
and what a killed one left goes before the next file is opened, and every few minutes.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from fengqiao.kernel.crypto import sealed_files
from fengqiao.kernel.crypto.sealed_files import Opened

OPEN = ".open-"  # begins the name of such a folder; a backup leaves out what begins with a dot


def folder() -> Path:
    """Where uploaded files lie."""
    path = Path(settings.HOME) / "uploads"
    path.mkdir(exist_ok=True)
    return path


def faulty_rows_of(file: str) -> Path:
    """Where the workbook of the faulty rows of an uploaded file lies, once the worker has made it."""
    return folder() / f"{Path(file).stem}.faulty.xlsx"


def erase(file: str) -> None:
    """Take an uploaded file from the disk, with what was made of it."""
    (folder() / file).unlink(missing_ok=True)
    faulty_rows_of(file).unlink(missing_ok=True)


@contextmanager
def opened(path: Path, key: str) -> Iterator[Path]:
    """The file in plain under the same name, for as long as the block runs."""
    with room() as place:
        plain = place / path.name
        plain.touch(0o600)
        with plain.open("wb") as out:
            out.writelines(Opened(path, key))
        yield plain


@contextmanager
def sealing(target: Path, keys: list[str]) -> Iterator[Path]:
    """A place to write a file in plain; encrypted it takes its place at the end, its key in `keys`."""
    with room() as place:
        plain = place / target.name
        yield plain
        with plain.open("rb") as source:
            keys.append(sealed_files.write(target, source))


@contextmanager
def room() -> Iterator[Path]:
    """A folder of the worker's own, gone at the end, or once its process is."""
    with _locked(folder()):
        _clear()
        place = Path(tempfile.mkdtemp(prefix=OPEN, dir=folder()))
        held = _lock(place, fcntl.LOCK_EX)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(held)


def clear_rooms() -> None:
    """Take away what a process left in plain when it was killed."""
    with _locked(folder()):
        _clear()


def _clear() -> None:
    for left in folder().glob(f"{OPEN}*"):
        try:
            held = _lock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, FileNotFoundError):
            continue  # in use, or gone by itself
        shutil.rmtree(left, ignore_errors=True)
        os.close(held)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    held = _lock(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(held)


def _lock(path: Path, how: int) -> int:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, how)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
