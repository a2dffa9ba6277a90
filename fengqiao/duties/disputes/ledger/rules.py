"""What must agree within a row of the ledger, as a table; and across rows, that a key stands once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from fengqiao.duties.disputes.enums import ENDS, Source, State
from fengqiao.duties.disputes.ledger.sheet import HEADERS
from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.cells import shown
from fengqiao.lib.workbook.reading import Sheet

Row = dict[str, Any]
ENDED = tuple(str(state.label) for state in ENDS)
MEDIATED = tuple(str(state.label) for state in (State.AGREED, State.FAILED))
REGISTERED, MEDIATING, AGREED = (
    str(state.label) for state in (State.REGISTERED, State.MEDIATING, State.AGREED)
)
REFERRAL = str(Source.REFERRAL.label)


class Rule(NamedTuple):
    """`breaks` says whether the cell of `column` is wrong beside those of `beside`; `says` what is
    expected, and may name their words."""

    column: str
    beside: tuple[str, ...]
    breaks: Callable[[Row], bool]
    says: str


def _only(column: str, beside: str, word: str) -> Rule:
    says = f"只有{HEADERS[beside]}为“{word}”的才填"
    return Rule(
        column, (beside,), lambda row: row[column] is not None and row[beside] != word, says
    )


def _after(column: str, other: str) -> Rule:
    def breaks(row: Row) -> bool:
        return row[column] is not None and row[other] is not None and row[column] < row[other]

    return Rule(column, (other,), breaks, f"不应早于{HEADERS[other]}{{{other}}}")


RULES = (
    _only("referrer", "source", REFERRAL),
    Rule(
        "accepted_on",
        ("result",),
        lambda row: row["result"] == REGISTERED and row["accepted_on"] is not None,
        "结果为“{result}”的还没有受理,不应填",
    ),
    Rule(
        "accepted_on",
        ("result",),
        lambda row: row["result"] in (MEDIATING, *MEDIATED) and row["accepted_on"] is None,
        "结果为“{result}”的应填受理日期",
    ),
    Rule(
        "ended_on",
        ("result",),
        lambda row: row["result"] in ENDED and row["ended_on"] is None,
        "结果为“{result}”的应填结案日期",
    ),
    Rule(
        "ended_on",
        ("result",),
        lambda row: row["result"] in (REGISTERED, MEDIATING) and row["ended_on"] is not None,
        "结果为“{result}”的还没有结案,不应填",
    ),
    Rule(
        "agreement_form",
        ("result",),
        lambda row: row["result"] == AGREED and row["agreement_form"] is None,
        "结果为“{result}”的应填书面、口头、无之一",
    ),
    _only("agreement_form", "result", AGREED),
    _only("performance", "result", AGREED),
    _only("confirmation", "result", AGREED),
    _after("accepted_on", "registered_on"),
    _after("ended_on", "registered_on"),
    _after("ended_on", "accepted_on"),
)
DAYS = ("registered_on", "accepted_on", "ended_on")


def faults_within(sheet: Sheet, read: Collection[Fault], on: date) -> Iterator[Fault]:
    """Row by row; a cell that could not be read breaks no rule beside."""
    unread = {(fault.row, fault.column) for fault in read}
    for number, row in rows_of(sheet):
        for rule in RULES:
            if rule.breaks(row) and not any(
                (number, HEADERS[name]) in unread for name in (rule.column, *rule.beside)
            ):
                says = rule.says.format(**{name: row[name] for name in rule.beside})
                yield _fault(sheet, number, rule.column, row[rule.column], says)
        for name in DAYS:
            if row[name] is not None and row[name] > on:
                yield _fault(sheet, number, name, row[name], f"不应晚于导入之日{on}")


def rows_of(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Each row with its number; a column that the file does not have is blank."""
    names = list(HEADERS)
    columns = zip(*map(sheet.column, names), strict=True)
    for number, values in zip(sheet.rows, columns, strict=True):
        yield number, dict(zip(names, values, strict=True))


def repeated(sheet: Sheet) -> Iterator[Fault]:
    """The same 司法所编码 and 案号 twice: each of them is a fault, for nobody knows which is meant."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    columns = (sheet.rows, sheet.column("office"), sheet.column("number"))
    for row, office, number in zip(*columns, strict=True):
        if office is not None and number is not None:
            places[office, number].append(row)
    for (_office, number), rows in places.items():
        for row in rows if len(rows) > 1 else ():
            others = "、".join(f"第{other}行" for other in rows if other != row)
            yield _fault(sheet, row, "number", number, f"同一司法所的案号重复,见{others}")


def _fault(sheet: Sheet, row: int, column: str, found: Any, says: str) -> Fault:
    text = "" if found is None else shown(found)
    return Fault(sheet.title, row, HEADERS[column], text, says)
