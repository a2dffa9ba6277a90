"""A list that leaves the system as a file, with the lines that say under which number."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from fengqiao.kernel.audit.exporting import Taken
from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook import listing as listings
from fengqiao.lib.workbook.listing import Listing
from fengqiao.lib.workbook.write import MIME

CSV = "text/csv; charset=utf-8"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # by which a table takes a text for a formula


def workbook(listing: Listing, name: str, taken: Taken) -> HttpResponse:
    """The list as `name`.xlsx."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        listings.write(path, numbered(listing, taken))
        return saved(path.read_bytes(), MIME, f"{name}.xlsx")


def comma_separated(listing: Listing, name: str, taken: Taken) -> HttpResponse:
    """The list as `name`.csv: title and lines first, then the header and the rows."""
    made, text = numbered(listing, taken), StringIO()
    writer = csv.writer(text)
    writer.writerows([[made.title], *([note] for note in made.notes), []])
    writer.writerow([head for head, _width in made.columns])
    writer.writerows([_plain(cell) for cell in row] for row in made.rows)
    return saved(text.getvalue().encode("utf-8-sig"), CSV, f"{name}.csv")


def numbered(listing: Listing, taken: Taken) -> Listing:
    """The list with the lines of its export below its own."""
    added: Sequence[str] = [typeset(note) for note in taken.notes]
    return replace(listing, notes=[*listing.notes, *added])


def _plain(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def saved(content: bytes, mime: str, name: str, *, shown: bool = False) -> HttpResponse:
    """A file under its name; `shown` in the browser itself, where it can."""
    answer = HttpResponse(content, content_type=mime)
    answer["Content-Disposition"] = content_disposition_header(not shown, name) or ""
    return answer
