"""Old compound files: an .xls has its workbook in a stream, an encrypted .xlsx is a package
inside one.
"""

import struct
from array import array
from dataclasses import dataclass
from pathlib import Path

from fengqiao.lib.faults import InputRefused

from . import biff
from .scan import DAMAGED, ENCRYPTED, NO_WORKBOOK, Errors

_HEADER = 512
_FREE = 0xFFFFFFFA  # from here on numbers are marks, not sectors
_ENTRY = 128


def scan(path: Path) -> dict[str, Errors]:
    """Checks the spans of all sheets (the reader below us opens them all at once) and names their
    error values.
    """
    try:
        streams = _Compound(path.read_bytes())
        if "EncryptedPackage" in streams.entries:
            raise InputRefused(ENCRYPTED)
        name = next((name for name in ("Workbook", "Book") if name in streams.entries), None)
        if name is None:
            raise InputRefused(NO_WORKBOOK)
        return biff.scan(streams.read(name))
    except (struct.error, IndexError, ValueError, UnicodeDecodeError) as broken:
        raise InputRefused(DAMAGED) from broken


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    size: int


class _Compound:
    """The streams of a compound file, each a chain of sectors."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise InputRefused(DAMAGED)
        self.sector = 1 << shift
        directory, self.cutoff, mini_fat = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60)
        )
        self.fat = _numbers(b"".join(map(self._sector, self._fat_sectors())))
        self.mini_fat = _numbers(self._chain(mini_fat))
        self.entries, root = _entries(self._chain(directory))
        self.mini = self._chain(root.start)

    def read(self, name: str) -> bytes:
        entry = self.entries[name]
        if entry.size >= self.cutoff:
            return self._chain(entry.start)[: entry.size]
        places = _follow(self.mini_fat, entry.start)
        return b"".join(self.mini[at * 64 : at * 64 + 64] for at in places)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        return self.data[start : start + self.sector]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(self.fat, start)))

    def _fat_sectors(self) -> list[int]:
        """The first 109 stand in the header, the others in a chain of sectors of their own."""
        found = list(struct.unpack_from("<109I", self.data, 76))
        following = struct.unpack_from("<I", self.data, 68)[0]
        seen: set[int] = set()
        while following < _FREE and following not in seen:
            seen.add(following)
            *numbers, following = _numbers(self._sector(following))
            found += numbers
        return [number for number in found if number < _FREE]


def _numbers(data: bytes) -> array:
    numbers = array("I")
    numbers.frombytes(data[: len(data) // 4 * 4])
    return numbers


def _follow(table: array, start: int) -> list[int]:
    """The sectors of a chain; one that runs in a circle is damaged."""
    places: list[int] = []
    while start < _FREE:
        if len(places) > len(table):
            raise InputRefused(DAMAGED)
        places.append(start)
        start = table[start]
    return places


def _entries(directory: bytes) -> tuple[dict[str, _Entry], _Entry]:
    entries: dict[str, _Entry] = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        if 2 <= length <= 64:
            name = directory[at : at + length - 2].decode("utf-16-le", errors="replace")
            entries[name] = _Entry(*struct.unpack_from("<II", directory, at + 116))
    if "Root Entry" not in entries:
        raise InputRefused(DAMAGED)
    return entries, entries["Root Entry"]
