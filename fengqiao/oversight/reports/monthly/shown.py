"""The lines of the return on its page: each with the addresses of the rows behind it."""

from typing import NamedTuple

from fengqiao.kernel.indicators.opening import address_of_rows
from fengqiao.kernel.indicators.registry import indicator
from fengqiao.oversight.reports.monthly.lines import Line, lines
from fengqiao.oversight.reports.monthly.model import Return


class Row(NamedTuple):
    """`url` opens the number, `note_url` what it is compared with; `first` begins a line of the form,
    `wants`: a number of another month may be entered."""

    line: Line
    url: str
    note_url: str
    first: bool
    wants: bool


def rows_of(made: Return) -> list[Row]:
    found: list[Row] = []
    for line in lines(made):
        url = _url(line, made)
        first = not found or found[-1].line.what != line.what
        compared = line.month is not None
        wants = compared and not line.figure
        found.append(Row(line, "" if compared else url, url if compared else "", first, wants))
    return found


def _url(line: Line, made: Return) -> str:
    if not line.figure:
        return ""
    period = (line.month or made.month).period
    return address_of_rows(indicator(line.figure), period, made.place.key, line.by)
