"""A bureau's roster, read from a workbook: typed sheets for the import, plain tables for the judge.

`sheets` says what a roster looks like, `read` takes one in, `checks` looks across its rows, `paper`
makes the empty template and the workbook of faulty rows.
"""

from .paper import faulty_rows, template
from .read import Look, read
from .roster import Roster

__all__ = ["Look", "Roster", "faulty_rows", "read", "template"]
