"""Takes a ledger in: opens the file, reads its sheet, lists all that is wrong, and refuses it or
leaves rows out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.duties.disputes.ledger.places import Place, beyond, offices_by_code
from fengqiao.duties.disputes.ledger.rules import faults_within, repeated
from fengqiao.duties.disputes.ledger.sheet import LEDGER
from fengqiao.lib.faults import Fault, InputRefused
from fengqiao.lib.workbook.reading import Reading, Sheet, read_sheet
from fengqiao.lib.workbook.sources import Book, open_book
from fengqiao.lib.workbook.text import header_key

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Ledger:
    """The good rows of a file, and what was said of the others."""

    sheet: Sheet
    places: dict[str, Place]  # by code
    warnings: list[Fault]
    left_out: list[Fault]


def read(path: Path, *, name: str, on: date, skip_bad_rows: bool, by: "User | None") -> Ledger:
    """InputRefused with every fault; where bad rows are skipped, only for faults of the sheet."""
    reading, warnings = _sheet_of(open_book(path, name))
    sheet, places = reading.sheet, offices_by_code()
    faults = [
        *reading.faults,
        *beyond(sheet, places, by),
        *repeated(sheet),
        *faults_within(sheet, reading.faults, on),
    ]
    if reading.blocking or (faults and not skip_bad_rows):
        every = [*reading.blocking, *_in_order(faults)]
        raise InputRefused(f"台账有{len(every)}处错误,没有采用", every)
    left_out = _in_order(faults)
    return Ledger(sheet.without({fault.row for fault in faults}), places, warnings, left_out)


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: fault.row)


def _sheet_of(book: Book) -> tuple[Reading, list[Fault]]:
    """The one sheet that is read; others are told of."""
    wanted = header_key(LEDGER.title)
    names = [name for name in book.names if header_key(name) == wanted]
    others = [name.strip() for name in book.names if header_key(name) != wanted]
    warnings = [Fault(name, 0, "", "", "不认识的工作表,未读取") for name in others]
    if not names:
        raise InputRefused(f"台账缺少工作表“{LEDGER.title}”", warnings)
    if len(names) > 1:
        raise InputRefused(f"工作表“{LEDGER.title}”出现多次,只能有一张")
    reading = read_sheet(LEDGER, names[0].strip(), book.rows(names[0]))
    return reading, [*warnings, *reading.warnings]
