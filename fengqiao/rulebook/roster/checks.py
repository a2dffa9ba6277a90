"""What no single cell can show: repeated keys, offices that are not there, dates in the wrong
order.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.reading import Sheet

from .sheets import LAYOUTS

Sheets = Mapping[str, Sheet]
DISTRICT_DIGITS = 6


def check(sheets: Sheets, known_offices: frozenset[str]) -> list[Fault]:
    """All faults between cells, rows and sheets; `known_offices` stand outside the file."""
    faults: list[Fault] = []
    for look in (_repeated_offices, _districts, _repeated_persons, _left_before_joined, _periods):
        faults += look(sheets)
    return faults + list(_unknown_offices(sheets, known_offices))


def warn(sheets: Sheets) -> list[Fault]:
    """What is odd and does no harm."""
    return _same_again(sheets.get("rooms"), ("office", "room"), "功能区", "重复列出,按一处计")


def _repeated_offices(sheets: Sheets) -> list[Fault]:
    return _same_again(sheets.get("offices"), ("code",), "编码", "编码重复")


def _repeated_persons(sheets: Sheets) -> list[Fault]:
    key = ("office", "name", "joined_on")
    return _same_again(sheets.get("staff"), key, "姓名", "同一司法所、姓名和入职日期重复")


def _same_again(sheet: Sheet | None, names: tuple[str, ...], header: str, what: str) -> list[Fault]:
    """A fault for every row whose key an earlier row has; the first one stands.

    The last name may be blank or missing; without one of the others there is no key.
    """
    if sheet is None or any(name not in sheet.columns for name in names[:1] + names[1:2]):
        return []
    first: dict[tuple[Any, ...], int] = {}
    faults = []
    keys = zip(*map(sheet.column, names), strict=True)
    shown = sheet.columns[names[min(1, len(names) - 1)]]
    for row, key, value in zip(sheet.rows, keys, shown, strict=True):
        if None in key[:2]:
            continue
        earlier = first.setdefault(key, row)
        if earlier != row:
            faults.append(Fault(sheet.title, row, header, str(value), f"{what},见第{earlier}行"))
    return faults


def _districts(sheets: Sheets) -> list[Fault]:
    """A 区划代码 that begins like another district's, where most rows of both districts agree.

    One district may well have several beginnings (merged districts, development zones): only a
    code that the other rows of the file give to somebody else is wrong.
    """
    sheet = sheets.get("offices")
    if sheet is None:
        return []
    districts = sheet.column("district")
    begins = [code and code[:DISTRICT_DIGITS] for code in sheet.column("division")]
    code_of, name_of = _majority(districts, begins), _majority(begins, districts)
    return [
        Fault(
            sheet.title,
            row,
            "区划代码",
            division,
            f"前6位{begin}是{name_of[begin]}的代码,{district}的应为{code_of[district]}",
        )
        for row, district, begin, division in zip(
            sheet.rows, districts, begins, sheet.column("division"), strict=True
        )
        if code_of.get(district, begin) != begin and name_of.get(begin, district) != district
    ]


def _majority(keys: Iterable[Any], values: Iterable[Any]) -> dict[Any, Any]:
    """For each key the value that stands in more than half of its rows, twice at least."""
    counts: dict[Any, Counter[Any]] = defaultdict(Counter)
    for key, value in zip(keys, values, strict=True):
        if key is not None and value is not None:
            counts[key][value] += 1
    best = {key: (*counter.most_common(1)[0], counter.total()) for key, counter in counts.items()}
    return {key: value for key, (value, n, total) in best.items() if n > 1 and 2 * n > total}


def _left_before_joined(sheets: Sheets) -> list[Fault]:
    names = ("joined_on", "left_on")
    return _before(sheets.get("staff"), *names, "离职日期", "不应早于入职日期")


def _periods(sheets: Sheets) -> list[Fault]:
    names = ("period_from", "period_to")
    return _before(sheets.get("facts"), *names, "期间止", "不应早于期间起")


def _before(sheet: Sheet | None, start: str, end: str, header: str, what: str) -> list[Fault]:
    if sheet is None:
        return []
    return [
        Fault(sheet.title, row, header, str(last), f"{what}{first}")
        for row, first, last in zip(sheet.rows, sheet.column(start), sheet.column(end), strict=True)
        if first is not None and last is not None and last < first
    ]


def _unknown_offices(sheets: Sheets, known_offices: frozenset[str]) -> Iterator[Fault]:
    offices = sheets.get("offices")
    if offices is not None and "code" not in offices.columns:
        return  # the missing column is said already
    known = known_offices.union(offices.column("code") if offices else ())
    expected = "应为“司法所”表里的编码" + ("或已登记的编码" if known_offices else "")
    yield from _orphans(sheets, known, lambda _: expected)


def orphans_of(
    sheets: Sheets, known: Iterable[str], left_out: Mapping[str, int]
) -> Iterator[Fault]:
    """Rows that hang on an office whose own row is left out."""
    return _orphans(sheets, known, lambda code: f"所属司法所(第{left_out[code]}行)已被略去")


def _orphans(
    sheets: Sheets, known: Iterable[str], expected: Callable[[str], str]
) -> Iterator[Fault]:
    known = {code for code in known if code is not None}
    for layout in LAYOUTS[1:]:
        sheet = sheets.get(layout.name)
        if sheet is None or known.issuperset(code for code in sheet.column("office") if code):
            continue
        for row, code in zip(sheet.rows, sheet.column("office"), strict=True):
            if code is not None and code not in known:
                yield Fault(sheet.title, row, "司法所编码", code, expected(code))
