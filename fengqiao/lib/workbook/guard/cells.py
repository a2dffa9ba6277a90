"""The cells of an .xlsx sheet through a real parser, for files that are written in an unusual
way.
"""

from collections.abc import Iterator
from xml.parsers import expat

from fengqiao.lib.faults import InputRefused

from .. import limits
from ..cells import UNCALCULATED
from .scan import DAMAGED, TOO_LARGE, Errors

_CONTENT = {"v", "t", "f"}


def column_number(letters: str) -> int:
    """A is 1, XFD is 16384; whatever is no letter counts for nothing."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def walk_cells(source: Iterator[bytes]) -> tuple[int, int, Errors]:
    """Last row, last column (from 1) that hold anything, and the error values."""
    walk = _Walk()
    size = 0
    try:
        for piece in source:
            size += len(piece)
            if size > limits.ODD_BYTES:
                raise InputRefused(TOO_LARGE)
            walk.parser.Parse(piece)
        walk.parser.Parse(b"", True)
    except expat.ExpatError as broken:
        raise InputRefused(DAMAGED) from broken
    return walk.rows, walk.columns, walk.errors


class _Walk:
    """Follows rows and cells; one without a reference stands after the one before it."""

    def __init__(self) -> None:
        self.rows = self.columns = self.row = self.column = 0
        self.errors: Errors = {}
        self.is_error = self.is_text = False
        self.tag = ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        raise InputRefused(DAMAGED)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = self.tag = name.rpartition(":")[2]
        if tag == "row":
            self.row = _whole(attributes.get("r")) or self.row + 1
            self.column, self.is_error = 0, False
        elif tag == "c":
            self._cell(attributes)
            return
        if tag == "f" and not self.is_text:
            self.errors.setdefault(self._place, UNCALCULATED.text)
        if tag in _CONTENT:
            self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        if letters.isascii() and letters.isalpha():
            self.column = column_number(letters)
            self.row = _whole(reference[len(letters) :]) or self.row
        else:
            self.column += 1
        self.is_error = attributes.get("t") == "e"
        self.is_text = attributes.get("t") == "str"
        if self.is_error:
            self.errors[self._place] = "错误值"

    @property
    def _place(self) -> tuple[int, int]:
        return self.row - 1, self.column - 1

    def _text(self, text: str) -> None:
        if self.is_error and text.startswith("#"):
            self.errors[self._place] = text.strip()
        elif self.tag == "v" and not self.is_error and text.strip():
            self.errors.pop(self._place, None)


def _whole(digits: str | None) -> int:
    """A row number; one of more digits than any sheet has is as good as the largest."""
    if not digits or not digits.isdecimal():
        return 0
    return int(digits[:12])
