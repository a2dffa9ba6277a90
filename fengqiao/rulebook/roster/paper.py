"""The workbooks that go back to the bureau: the empty template, and the faulty rows with remarks."""

from collections.abc import Iterable
from pathlib import Path

from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook import mending
from fengqiao.lib.workbook import template as templates

from .sheets import LAYOUTS


def template(path: Path) -> None:
    """An empty roster with lists to choose from and a note at each header."""
    templates.template(path, LAYOUTS)


def looks_mended(warnings: Iterable[Fault]) -> bool:
    """Whether a roster that was read is such a workbook of faulty rows, mended."""
    return mending.looks_mended(warnings)


def faulty_rows(path: Path, *, source: Path, faults: Iterable[Fault]) -> None:
    """The faults as a list, and the rows of `source` that have them, each with its remark."""
    mending.faulty_rows(path, source=source, layouts=LAYOUTS, faults=faults)
