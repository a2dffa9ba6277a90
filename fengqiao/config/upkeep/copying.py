"""Copies files and digests them on the way, a piece at a time."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives import hashes

from fengqiao.lib.faults import StartRefused

PIECE = 1024 * 1024  # bytes
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def digest(path: Path) -> list[object]:
    """Size in bytes and SM3 of a file."""
    return _digest(path, None)


def copy(source: Path, target: Path) -> list[object]:
    """Copy a file, readable by its owner only; size and SM3 of what was copied."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        return _digest(source, out.write)


def _digest(source: Path, write: object) -> list[object]:
    made, size = hashes.Hash(hashes.SM3()), 0
    with source.open("rb") as file:
        while piece := file.read(PIECE):
            made.update(piece)
            size += len(piece)
            if callable(write):
                write(piece)
    return [size, made.finalize().hex()]


@contextmanager
def room_is_needed(what: str) -> Iterator[None]:
    """Says in a sentence that a disk is full; `what` is what did not come to its end."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StartRefused(f"磁盘空间不足,{what}没有完成") from None
        raise
