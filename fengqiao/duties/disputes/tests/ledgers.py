"""Ledgers to take in: rows as an office types them."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from fengqiao.duties.disputes.ledger.importer import LEDGER_IMPORT
from fengqiao.kernel.imports.registry import Plan
from fengqiao.kernel.imports.taking import planned_turn
from fengqiao.lib.workbook.tests.making import workbook

OFFICE = "321202007"  # that of the fixture `office`
AGREED = {
    "司法所编码": OFFICE,
    "案号": "(2024)京泰人调字第3号",
    "登记日期": date(2024, 3, 4),
    "受理日期": date(2024, 3, 5),
    "来源": "申请调解",
    "移送单位": None,
    "调解类别": "人民调解",
    "纠纷类型": "邻里",
    "难易程度": "一般",
    "当事人": "周海涛、钱春梅",
    "简要情况": "院墙漏水",
    "结果": "调解成功",
    "结案日期": date(2024, 3, 20),
    "协议形式": "书面",
    "涉及金额": 1500.5,
    "履行情况": "已履行",
    "司法确认": "未申请",
    "调委会": "京泰路调委会",
    "调解员": "mediator甲",
    "防止民转刑": "是",
    "防止群体性事件": "否",
    "涉及人数": 3,
}
_NO_AGREEMENT = dict.fromkeys(("协议形式", "涉及金额", "履行情况", "司法确认"))
OPEN = AGREED | _NO_AGREEMENT | {"结果": "调解中", "结案日期": None}
REGISTERED = OPEN | {"结果": "登记", "受理日期": None}
FAILED = AGREED | _NO_AGREEMENT | {"结果": "调解不成"}
ENDED_EARLY = FAILED | {"受理日期": None}
Row = Mapping[str, Any]


def ledger(path: Path, rows: Iterable[Row], headers: Iterable[str] = AGREED) -> Path:
    """A workbook with these rows."""
    headers = list(headers)
    table = [headers, *([row.get(header) for header in headers] for row in rows)]
    return workbook(path / "台账.xlsx", 纠纷台账=table)


def planned(file: Path, *, skip_bad_rows: bool = False, by: Any = None) -> Plan:
    """What the file would do today."""
    return LEDGER_IMPORT.plan(
        file, name=file.name, on=timezone.localdate(), skip_bad_rows=skip_bad_rows, by=by
    )


def take_in(path: Path, *rows: Row, **options: Any) -> Plan:
    """The rows, taken in as the command line does it; the plan that was carried out."""
    file = ledger(path, rows)
    with planned_turn(LEDGER_IMPORT.turn, lambda: planned(file, **options)) as plan:
        LEDGER_IMPORT.apply(plan, by=options.get("by"))
    return plan
