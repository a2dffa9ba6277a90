"""A sheet described as a table of its columns: reader, template and documentation all come from
it.
"""

from dataclasses import dataclass

from .cells import Kind


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its identifier in the program, its header in the file, and how its cells are
    read.
    """

    name: str
    header: str
    kind: Kind
    required: bool = False
    meaning: str = ""
    blank: str = ""  # what a blank means; "" is "not known"

    @property
    def missing_is_blank(self) -> bool:
        """Where a blank has a meaning, a column that is not there means the same as all blank."""
        return bool(self.blank)


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: its identifier, its name in the file, its columns in the order of the template."""

    name: str
    title: str
    columns: tuple[Column, ...]
    meaning: str = ""

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)
