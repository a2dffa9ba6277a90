"""What people type and what they mean: invisible characters, full-width letters, headers."""

import re

_INVISIBLE = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xAD], None
) | dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF], None)
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WORD_MARKS = "\uff08\uff09\uff3b\uff3d\uff5b\uff5d"  # brackets
_IN_TEXT = _INVISIBLE | {
    code: half
    for code, half in _HALF_WIDTH.items()
    if chr(half).isalnum() or chr(code) in _WORD_MARKS
}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CELL_CHARACTERS = 32_767
_EVERYWHERE = _INVISIBLE | _HALF_WIDTH
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff\ufffe\uffff\uff01-\uff5e]"
)


def clean(text: str) -> str:
    """A cell's text, trimmed, with digits, letters and brackets in half width; names keep their
    characters.
    """
    return (text.translate(_IN_TEXT) if _ODD.search(text) else text).strip()


def plain(text: str) -> str:
    """A number, a date or a code as typed: every full-width mark in half width, trimmed."""
    return text.translate(_EVERYWHERE).strip()


def storable(text: str) -> str:
    """A text as a cell of a workbook can hold it: without control characters, at most so long."""
    return _UNWRITABLE.sub("", text)[:CELL_CHARACTERS]


def header_key(text: str) -> str:
    """What makes two headers or two sheet names the same: spaces, width and the `*` of a must do
    not count.
    """
    return "".join(plain(text).split()).strip("*")
