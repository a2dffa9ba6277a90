"""Takes a roster in: opens the file, reads its sheets, checks across them, and refuses it or
leaves rows out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fengqiao.lib.faults import Fault, InputRefused
from fengqiao.lib.workbook.reading import Sheet, read_sheet
from fengqiao.lib.workbook.sources import Book, open_book
from fengqiao.lib.workbook.text import header_key

from . import checks
from .roster import Roster
from .sheets import LAYOUTS, OFFICES

Look = Callable[[Mapping[str, Sheet]], Iterable[Fault]]

_LAYOUTS = {header_key(layout.title): layout for layout in LAYOUTS}


@dataclass(slots=True)
class _Findings:
    """What the reading of all sheets has brought: `blocking` faults cannot be skipped by leaving
    out rows.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    blocking: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def read(
    path: Path | str,
    *,
    skip_bad_rows: bool = False,
    known_offices: Iterable[str] | None = None,
    file_name: str | None = None,
    look: Look = lambda _sheets: (),
) -> Roster:
    """The roster at `path`, a workbook or a folder of .csv files.

    `known_offices` are codes known elsewhere (the registers); with them the sheet 司法所 may be
    absent. `file_name` is how the file is called to the reader where it is stored under another.
    `look` finds faults of rows that only the caller can know of.
    Raises `InputRefused` with every fault; with `skip_bad_rows` only for faults of a whole sheet.
    """
    path = Path(path)
    findings = _read_sheets(open_book(path, file_name or ""))
    if not findings.sheets or (known_offices is None and OFFICES.name not in findings.sheets):
        raise InputRefused(f"名册缺少工作表“{OFFICES.title}”", findings.warnings)
    if known_offices is None and _lists_no_office(findings):
        raise InputRefused(f"“{OFFICES.title}”表里没有一个司法所,请先填写", findings.faults)
    known = frozenset(known_offices or ())
    findings.faults += [*checks.check(findings.sheets, known), *look(findings.sheets)]
    findings.warnings += checks.warn(findings.sheets)
    if findings.blocking or (findings.faults and not skip_bad_rows):
        faults = _in_order(findings.sheets, findings.blocking + findings.faults)
        of_rows = not findings.blocking and not skip_bad_rows
        raise InputRefused(f"名册有{len(faults)}处错误,没有采用", faults, of_rows=of_rows)
    roster = Roster(file_name or path.name, findings.sheets, findings.warnings)
    _leave_out(roster, findings.faults, known)
    if known_offices is None and not roster.sheets[OFFICES.name].rows:
        raise InputRefused("名册里没有一个可以采用的司法所", roster.left_out)
    return roster


def _read_sheets(book: Book) -> _Findings:
    findings = _Findings()
    for name in book.names:
        layout = _LAYOUTS.get(header_key(name))
        title = name.strip()
        if layout is None:
            findings.warnings.append(Fault(title, 0, "", "", "不认识的工作表,未读取"))
        elif layout.name in findings.sheets:
            findings.blocking.append(Fault(title, 0, "", "", "同名的工作表出现多次,只能有一张"))
        else:
            reading = read_sheet(layout, title, book.rows(name))
            findings.sheets[layout.name] = reading.sheet
            findings.blocking += reading.blocking
            findings.faults += reading.faults
            findings.warnings += reading.warnings
    return findings


def _lists_no_office(findings: _Findings) -> bool:
    """A sheet 司法所 of headers alone: that is the fault, not each row of the other sheets."""
    return not findings.sheets[OFFICES.name].rows and not findings.blocking


def _in_order(sheets: Mapping[str, Sheet], faults: Iterable[Fault]) -> list[Fault]:
    """Sheet by sheet as the file has them, row by row."""
    place = {sheet.title: at for at, sheet in enumerate(sheets.values())}
    return sorted(faults, key=lambda fault: (place.get(fault.sheet, -1), fault.row))


def _leave_out(roster: Roster, faults: list[Fault], known: frozenset[str]) -> None:
    """Takes the bad rows out, then the rows that hang on an office whose own row went with them."""
    if not faults:
        return
    whole = roster.sheets
    roster.sheets = _without(whole, faults)
    offices = whole.get(OFFICES.name)
    if offices is not None:
        rows = dict(zip(offices.column("code"), offices.rows, strict=True))
        standing = known.union(roster.sheets[OFFICES.name].column("code"))
        hanging = list(checks.orphans_of(roster.sheets, standing, rows))
        roster.sheets = _without(roster.sheets, hanging)
        faults = faults + hanging
    roster.left_out = _in_order(whole, faults)
    roster.doubtful = _offices_of(whole, faults)


def _offices_of(
    sheets: Mapping[str, Sheet], faults: Iterable[Fault]
) -> dict[str, frozenset[str | None]]:
    bad = _bad_rows(faults)
    return {
        name: frozenset(
            code
            for row, code in zip(sheet.rows, sheet.column("office"), strict=True)
            if row in bad[sheet.title]
        )
        for name, sheet in sheets.items()
        if name != OFFICES.name
    }


def _bad_rows(faults: Iterable[Fault]) -> defaultdict[str, set[int]]:
    bad: defaultdict[str, set[int]] = defaultdict(set)
    for fault in faults:
        bad[fault.sheet].add(fault.row)
    return bad


def _without(sheets: Mapping[str, Sheet], faults: Iterable[Fault]) -> dict[str, Sheet]:
    bad = _bad_rows(faults)
    return {name: sheet.without(bad[sheet.title]) for name, sheet in sheets.items()}
