"""A bureau's roster, read from a workbook: typed sheets for the import, plain tables for the judge.

`sheets` says what a roster looks like, `read` takes one in, `checks` looks across rows,
`template` and `mending` make the empty workbook and the one with the faulty rows.
"""

from .read import read
from .roster import Roster

__all__ = ["Roster", "read"]
