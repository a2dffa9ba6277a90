"""The parts of a zipped workbook, unpacked piece by piece and counted."""

import copy
import zipfile
from collections.abc import Iterator

from fengqiao.lib.faults import InputRefused

from .. import limits
from .scan import DAMAGED, TOO_LARGE

PIECE = 1024 * 1024


def pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part piece by piece, to the real end of its data: a directory that lies about the size is
    found out.
    """
    whole = copy.copy(entry)
    whole.file_size = limits.UNPACKED_BYTES + 1  # zipfile would stop at the size stated
    unpacked = 0
    with archive.open(whole) as part:
        while piece := part.read(PIECE):
            unpacked += len(piece)
            bomb = unpacked > limits.RATIO_FROM and unpacked > limits.RATIO * entry.compress_size
            if bomb or unpacked > limits.UNPACKED_BYTES:
                raise InputRefused(TOO_LARGE)
            yield piece
    if unpacked != entry.file_size:
        raise InputRefused(DAMAGED)


def text_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """A small part as text."""
    return b"".join(pieces(archive, entry)).decode("utf-8", errors="replace")


def tags(source: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces cut anew so that none ends inside a tag."""
    rest = b""
    for piece in source:
        text = rest + piece
        cut = text.rfind(b">") + 1
        rest = text[cut:]
        if len(rest) > limits.TAG_BYTES:
            raise InputRefused(TOO_LARGE)
        yield text[:cut]
    yield rest
