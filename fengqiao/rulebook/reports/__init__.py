"""The report of a judgement that a bureau can send as it is: JSON, Excel, Word, page and print.

`summary` counts, `sentences` and `columns` say it, `content` puts the parts in order; one small module for
each format writes them. A file is written whole or not at all.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.lib.atomic import replacing

from .content import Report
from .heading import Heading

if TYPE_CHECKING:
    from fengqiao.lib.faults import Fault
    from fengqiao.rulebook.judgement import Judgement

__all__ = ["Heading", "as_docx", "as_html", "as_json", "as_pdf", "as_xlsx"]


def as_json(
    judgement: "Judgement",
    path: Path | str,
    *,
    heading: Heading | None = None,
    left_out: "Sequence[Fault]" = (),
) -> None:
    """The contract's judgement file; of a heading it says only under which number it was taken out."""
    from . import datafile

    with replacing(Path(path)) as draft:
        datafile.write(judgement, heading or Heading(), left_out, draft)


def as_xlsx(
    judgement: "Judgement",
    path: Path | str,
    *,
    heading: Heading | None = None,
    left_out: "Sequence[Fault]" = (),
) -> None:
    """A workbook with a sheet for each table."""
    from . import workbook

    with replacing(Path(path)) as draft:
        workbook.write(Report(judgement, heading or Heading(), left_out), draft)


def as_docx(
    judgement: "Judgement",
    path: Path | str,
    *,
    heading: Heading | None = None,
    left_out: "Sequence[Fault]" = (),
) -> None:
    """A Word document in the layout of official papers."""
    from . import word

    with replacing(Path(path)) as draft:
        word.write(Report(judgement, heading or Heading(), left_out), draft)


def as_html(
    judgement: "Judgement",
    path: Path | str,
    *,
    heading: Heading | None = None,
    left_out: "Sequence[Fault]" = (),
) -> None:
    """One HTML file that needs nothing else."""
    from . import page

    with replacing(Path(path)) as draft:
        page.write(Report(judgement, heading or Heading(), left_out), draft)


def as_pdf(
    judgement: "Judgement",
    path: Path | str,
    *,
    heading: Heading | None = None,
    left_out: "Sequence[Fault]" = (),
) -> None:
    """The same on A4, fonts embedded."""
    from . import printing

    with replacing(Path(path)) as draft:
        printing.write(Report(judgement, heading or Heading(), left_out), draft)
