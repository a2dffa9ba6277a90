"""The sheet 纠纷台账 as a table: headers, what their cells may hold, what they are called here."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from fengqiao.duties.disputes.enums import (
    AgreementForm,
    Confirmation,
    Difficulty,
    Kind,
    Matter,
    Performance,
    Referrer,
    Source,
    State,
)
from fengqiao.lib.workbook.cells import Bad, Choice, Day, Money, Number, Text, YesNo, shown
from fengqiao.lib.workbook.cells import Kind as CellKind
from fengqiao.lib.workbook.layout import Column, Layout

MOST_PARTIES = 300
RESULTS = (
    State.REGISTERED,
    State.MEDIATING,
    State.AGREED,
    State.FAILED,
    State.REFUSED,
    State.DECLINED,
    State.WITHDRAWN,
)
NAME = Text(longest=100)
MARKS = str.maketrans(dict.fromkeys(";\uff1b\n", "、"))


@dataclass(frozen=True, slots=True)
class Names:
    """Names of parties, split by 、 or ;."""

    expected: str = f"应为1至{MOST_PARTIES}个姓名或者名称,以“、”或“;”分开"

    def parse(self, cell: Any) -> tuple[str, ...] | Bad | None:
        """None where there is nothing but marks is no name either, so that is a `Bad`."""
        text = shown(cell)
        if not text:
            return None
        names = [NAME.parse(name) for name in text.translate(MARKS).split("、")]
        found = [name for name in names if name]
        bad = next((name for name in found if isinstance(name, Bad)), None)
        if bad:
            return bad
        if not 1 <= len(found) <= MOST_PARTIES:
            return Bad(text, self.expected)
        return tuple(str(name) for name in found)


def _words(*choices: TextChoices) -> Choice:
    return Choice(tuple(str(choice.label) for choice in choices))


def _must(name: str, header: str, kind: CellKind, meaning: str = "") -> Column:
    return Column(name, header, kind, required=True, meaning=meaning)


_AGREED = "只有调解成功的才填"

LEDGER = Layout(
    "ledger",
    "纠纷台账",
    (
        _must("office", "司法所编码", Text(longest=64), "名册上的编码"),
        _must("number", "案号", Text(longest=60), "同一司法所内不得重复"),
        _must("registered_on", "登记日期", Day()),
        Column("accepted_on", "受理日期", Day(), blank="没有受理或者还没有受理"),
        _must("source", "来源", _words(*Source)),
        Column("referrer", "移送单位", _words(*Referrer), meaning="只有委托移送的才填"),
        _must("kind", "调解类别", _words(*Kind)),
        _must("matter", "纠纷类型", _words(*Matter)),
        Column("difficulty", "难易程度", _words(*Difficulty)),
        _must("parties", "当事人", Names(), "多个当事人以“、”或“;”分开"),
        Column("summary", "简要情况", Text(longest=10_000)),
        _must("result", "结果", _words(*RESULTS)),
        Column("ended_on", "结案日期", Day(), blank="还没有结案"),
        Column("agreement_form", "协议形式", _words(*AgreementForm), meaning=_AGREED),
        Column("amount", "涉及金额", Money(), meaning="单位为元"),
        Column("performance", "履行情况", _words(*Performance), meaning=_AGREED),
        Column("confirmation", "司法确认", _words(*Confirmation), meaning=_AGREED),
        Column("committee", "调委会", Text(longest=100)),
        Column("mediator", "调解员", Text(longest=100)),
        Column("prevented_crime", "防止民转刑", YesNo()),
        Column("prevented_group", "防止群体性事件", YesNo()),
        Column("people_count", "涉及人数", Number(whole=True, unit="人")),
    ),
    meaning="每件纠纷一行",
)
HEADERS = {column.name: column.header for column in LEDGER.columns}

CODES: dict[str, dict[str, str]] = {
    name: {str(choice.label): choice.value for choice in choices}
    for name, choices in (
        ("source", Source),
        ("referrer", Referrer),
        ("kind", Kind),
        ("matter", Matter),
        ("difficulty", Difficulty),
        ("result", RESULTS),
        ("agreement_form", AgreementForm),
        ("performance", Performance),
        ("confirmation", Confirmation),
    )
}  # by column, the words of the ledger and what they are in the database
