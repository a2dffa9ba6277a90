"""The door of the import: what `kernel/imports` and the command line call for a ledger."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.imports.registry import SHOWN, Importer, Plan, Section
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.duties.disputes.ledger.plan import Changed, LedgerPlan
    from fengqiao.kernel.accounts.models import User

KIND, TURN = "disputes", "disputes.ledger"


def plan_ledger(path: Path, *, name: str, on: date, skip_bad_rows: bool, by: "User | None") -> Plan:
    """Read the file and compare it with the cases that are there; InputRefused with its faults."""
    from fengqiao.duties.disputes.ledger.plan import make_plan
    from fengqiao.duties.disputes.ledger.reading import read

    if on > timezone.localdate():
        raise InputRefused(_("台账导入的日期不能晚于今天。"))
    ledger = read(path, name=name, on=on, skip_bad_rows=skip_bad_rows, by=by)
    plan = make_plan(ledger, source=name, on=on)
    return Plan(
        digest=plan.digest,
        sections=_sections(plan),
        warnings=ledger.warnings,
        left_out=ledger.left_out,
        content=plan,
    )


def apply_ledger(plan: Plan, *, by: "User | None") -> None:
    """Write what was planned; inside the transaction that holds the ledger's turn."""
    from fengqiao.duties.disputes.ledger.writing import write_plan

    write_plan(plan.content, by=by)


def template(path: Path) -> None:
    """An empty ledger to fill in."""
    from fengqiao.duties.disputes.ledger.sheet import LEDGER
    from fengqiao.lib.workbook import template as templates

    templates.template(path, [LEDGER])


def faulty_rows(source: Path, path: Path, *, on: date, by: "User | None") -> None:
    """The rows of the file that have faults, each with its remark."""
    from fengqiao.duties.disputes.ledger.reading import read
    from fengqiao.duties.disputes.ledger.sheet import LEDGER
    from fengqiao.lib.workbook import mending

    try:
        faults = read(source, name="", on=on, skip_bad_rows=True, by=by).left_out
    except InputRefused as refusal:
        faults = refusal.faults
    mending.faulty_rows(path, source=source, layouts=[LEDGER], faults=faults)


def _sections(plan: "LedgerPlan") -> list[Section]:
    """Totals first seen, of each sort as many rows as a page shows; nobody's name."""
    sections = [
        _new(plan),
        _different(_("更新已接管的纠纷"), plan, plan.changed),
        _different(_("已在系统办理,没有覆盖"), plan, plan.kept, is_change=False),
    ]
    return [section for section in sections if section.count]


def _new(plan: "LedgerPlan") -> Section:
    rows = []
    for at in plan.new[:SHOWN]:
        row = plan.row(at)
        rows.append([plan.place(at).name, row["number"], row["matter"], row["result"]])
    head = [_("司法所"), _("案号"), _("纠纷类型"), _("结果")]
    return Section(_("接管纠纷"), head, rows, len(plan.new))


def _different(
    title: str, plan: "LedgerPlan", found: Sequence["Changed"], *, is_change: bool = True
) -> Section:
    from fengqiao.duties.disputes.ledger.plan import before
    from fengqiao.duties.disputes.ledger.records import record_of, told_openly

    rows = []
    for one in found[:SHOWN]:
        row = plan.row(one.at)
        said = told_openly(before(one), record_of(row)) if one.known.row else {}
        words = ";".join(f"{header}:{text}" for header, text in said.items())
        rows.append([plan.place(one.at).name, row["number"], words or _("系统里登记的纠纷")])
    head = [_("司法所"), _("案号"), _("台账与上次不同的")]
    return Section(title, head, rows, len(found), is_change=is_change)


LEDGER_IMPORT = Importer(
    kind=KIND,
    title=gettext_lazy("调解台账"),
    turn=TURN,
    plan=plan_ledger,
    apply=apply_ledger,
    template=template,
    faulty_rows=faulty_rows,
)
