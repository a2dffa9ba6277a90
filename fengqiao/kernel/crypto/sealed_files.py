"""A file that stands encrypted on the disk, under a key of its own which its row keeps, encrypted too."""

import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

from fengqiao.kernel.crypto import streams


def write(target: Path, source: streams.Source) -> str:
    """Whole and on the disk when this returns, under its name last; the key, for an `SM4TextField`."""
    key = streams.fresh_key()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as out:
            for piece in streams.encrypted(key, source):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    _sync(target.parent)
    _sync(target.parent.parent)
    return b64encode(key).decode("ascii")


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Opened:
    """The bytes, piece by piece, each proved before it is given out. The first is read at once, so that
    a file that cannot be read is an error and no half answer; a server closes it in any case."""

    def __init__(self, path: Path, key: str) -> None:
        self._pieces = streams.decrypted(b64decode(key), path.open("rb"))
        self._first = next(self._pieces)

    def __iter__(self) -> Iterator[bytes]:
        yield self._first
        yield from self._pieces

    def close(self) -> None:
        self._pieces.close()
