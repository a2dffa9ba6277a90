"""The words of the plain tables: how a person calls tables and columns, what a column may hold.

All of it comes from the sheets of the roster, so that a pack is checked against what a roster can
really say: a filter by a word that no table can hold would silently count nothing.
"""

from fengqiao.lib.workbook.cells import Choice
from fengqiao.rulebook.roster.sheets import LAYOUTS

TABLES: dict[str, str] = {layout.name: layout.title for layout in LAYOUTS}

COLUMNS: dict[str, dict[str, str]] = {
    layout.name: {column.name: column.header for column in layout.columns} for layout in LAYOUTS
}

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    (layout.name, column.name): column.kind.words
    for layout in LAYOUTS
    for column in layout.columns
    if isinstance(column.kind, Choice)
}

BLANK_IS_NONE = frozenset({("staff", "post")})
"""Columns where a blank cell is an answer ("no special post"), not something that is not known."""

ALWAYS_KNOWN = BLANK_IS_NONE | {
    (layout.name, column.name) for layout in LAYOUTS for column in layout.columns if column.required
}
"""Columns that are never unknown; whether a row counts is certain where only these decide."""
