"""What is wrong with an input, said so that the person who typed it can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from fengqiao.lib.typography import typeset

QUOTED = 40  # characters of a found value that are repeated to the reader
_FOUND = typeset("现为“{}”,")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend (or, as a warning, to know): where it stands, what was found, what is expected.

    `row` counts as the file does, from 1; 0 means the sheet as a whole. `sheet` and `column` are the
    file's own Chinese names, empty where the fault is of the file or of the row as a whole. They and
    what was found are shown as they stand in the file; only our own words are typeset.
    """

    sheet: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.place}\uff1a{self.sentence}"

    @property
    def place(self) -> str:
        """Where, as a reader would say it: 人员 第12行 任现职日期."""
        parts = [self.sheet or "文件", f"第{self.row}行" if self.row else "", self.column]
        return " ".join(part for part in parts if part)

    @property
    def sentence(self) -> str:
        """What was found and what is expected, in one Chinese sentence."""
        expected = typeset(self.expected)
        return _FOUND.format(self.quoted) + expected if self.found else expected

    @property
    def quoted(self) -> str:
        """What was found, as much of it as is repeated to the reader."""
        return self.found if len(self.found) <= QUOTED else self.found[:QUOTED] + "…"


class InputRefused(Exception):
    """The input cannot be used; nothing was written. The command line ends with status 2.

    The message is one Chinese sentence; `faults` lists the single places where there are such. With
    `of_rows` all of them are faults of rows: without those rows the rest could be used.
    """

    def __init__(
        self, message: str, faults: Iterable[Fault] = (), *, of_rows: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.faults: list[Fault] = list(faults)
        self.of_rows = of_rows


class StartRefused(Exception):
    """The system is not fit to run as it stands; nothing starts until an administrator mends it.

    The message is one Chinese sentence. The command line ends with status 1.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
