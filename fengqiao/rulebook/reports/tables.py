"""The tables of a report, once for every format: columns with title and width, and rows of cells.

A cell keeps what it is (a number, a rate, a text), so that Excel gets numbers and paper gets print.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from .wording import NOT_GIVEN, goal, number, percent, said

A_CHARACTER = 3.7  # millimetres, in a table of the text

Row = TypeVar("Row")
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share as a cell; `against` is the target that rounding must not reach by itself."""

    share: Fraction
    against: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as a cell."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class Code:
    """A text that is printed letter for letter, such as an office's code."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to the annex of an office where the format has links."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stress:
    """A text that stands out on paper; what may follow does not."""

    text: str
    rest: str = ""


Cell = str | int | float | Rate | Goal | Code | Link | Stress | None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its title, its width in millimetres of a 156 mm line, and how a row fills it."""

    title: str
    width: float
    value: Callable[[Row], Cell]
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class Table:
    """A filled table; `rows` has as many cells a row as there are columns."""

    columns: tuple[Column, ...]
    rows: list[list[Cell]]

    @property
    def titles(self) -> list[str]:
        """The header row as it is printed."""
        return [said(column.title) for column in self.columns]

    def shares(self) -> list[float]:
        """The width of each column as a share of the whole."""
        whole = sum(column.width for column in self.columns)
        return [column.width / whole for column in self.columns]


def fill(columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> Table:
    """The table of these columns over these rows."""
    return Table(columns, [[column.value(row) for column in columns] for row in rows])


def lines(table: Table) -> Iterator[int]:
    """About how many lines of text each row takes on paper."""
    fit = [max(int(column.width / A_CHARACTER), 1) for column in table.columns]
    for row in table.rows:
        yield max(-(-len(printed(cell)) // most) for cell, most in zip(row, fit, strict=True))


def printed(cell: Cell) -> str:
    """A cell as paper shows it."""
    if cell is None:
        return NOT_GIVEN
    if isinstance(cell, Rate):
        return percent(cell.share, cell.against)
    if isinstance(cell, Goal):
        return goal(cell.share)
    if isinstance(cell, Stress):
        return said(cell.text + cell.rest)
    if isinstance(cell, Code):
        return cell.text
    if isinstance(cell, int | float):
        return number(cell)
    return said(cell.text if isinstance(cell, Link) else cell)
