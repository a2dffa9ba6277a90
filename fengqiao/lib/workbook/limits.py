"""How large an input may be before it is opened: all bounds in one place.

They stand far above any honest roster (a city has a few thousand rows) and far below what hurts a
machine.
"""

MIB = 1024 * 1024

FILE_BYTES = 100 * MIB
"""Size of a workbook or a CSV file on the disk."""

UNPACKED_BYTES = 512 * MIB
"""What a zipped workbook may hold once unpacked, counted while unpacking (a directory can lie)."""

RATIO, RATIO_FROM = 250, 16 * MIB
"""A part that unpacks to more than so many times its packed size is a bomb, once it is not small.
"""

ENTRIES = 5_000
"""Parts inside a zipped workbook, or CSV files in a folder."""

COLUMNS = 1_000
"""Columns of one sheet that hold anything."""

SPAN_CELLS = 28_000_000
"""Rows × columns from the first cell to the last: the reader below us holds them all in memory.
Enough for columns A to Z over the full height of a sheet.
"""

ODD_BYTES = 128 * MIB
"""A sheet that is written unusually goes through a slower parser, so it may hold less."""

TAG_BYTES = 8 * MIB
"""The longest run of a part without the end of a tag; Excel's longest cell text is 32,767
characters.
"""

HEADER_ROWS = 5
"""The header is looked for in so many rows."""
