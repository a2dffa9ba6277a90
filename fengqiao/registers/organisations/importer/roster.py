"""The door of the import: what `kernel/imports` and the command line call for a roster."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.imports.registry import Importer, Plan

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

KIND = "roster"
PART_ONLY = _(
    "这份文件像是下载的错误行工作簿(有“原行号”栏或“问题清单”表),只有名册的一部分。"
    "请把改好的行放回完整的名册再上传,否则没有列出的都会停止。"
)


def plan_roster(path: Path, *, name: str, on: date, skip_bad_rows: bool, by: "User | None") -> Plan:
    """Read the file and compare it with what holds on the day; InputRefused with its faults."""
    from fengqiao.registers.organisations.importer.accounts import accounts_ending, caution_of
    from fengqiao.registers.organisations.importer.days import of_day
    from fengqiao.registers.organisations.importer.known import offices_there
    from fengqiao.registers.organisations.importer.looking import look_for
    from fengqiao.registers.organisations.importer.plan import make_plan
    from fengqiao.registers.organisations.importer.sections import sections_of
    from fengqiao.registers.organisations.importer.totals import with_left_out
    from fengqiao.registers.organisations.importer.unlisted import unlisted
    from fengqiao.rulebook import roster
    from fengqiao.rulebook.roster.paper import looks_mended

    read = roster.read(
        path,
        skip_bad_rows=skip_bad_rows,
        known_offices=offices_there(on) or None,
        file_name=name,
        look=look_for(by, on),
    )
    plan = make_plan(read, on)
    accounts = list(accounts_ending(plan))
    return Plan(
        digest=plan.digest,
        sections=[
            *accounts,
            *sections_of(plan.changes, plan.tallies),
            *unlisted(read.sheets, on, by),
        ],
        totals=with_left_out(plan.totals, read.left_out),
        warnings=[*of_day(on, timezone.localdate(), plan.steps), *read.warnings],
        left_out=read.left_out,
        caution=str(PART_ONLY) if looks_mended(read.warnings) else caution_of(accounts),
        content=plan,
    )


def apply_roster(plan: Plan, *, by: "User | None") -> None:
    """Write what was planned; inside the transaction that holds the register's turn."""
    from fengqiao.registers.organisations.importer.applying import write_plan

    write_plan(plan.content, by=by)


def template(path: Path) -> None:
    """An empty roster to fill in."""
    from fengqiao.rulebook.roster import paper

    paper.template(path)


def faulty_rows(source: Path, path: Path, *, on: date, by: "User | None") -> None:
    """The rows of the file that have faults, each with its remark."""
    from fengqiao.lib.faults import InputRefused
    from fengqiao.registers.organisations.importer.known import offices_there
    from fengqiao.registers.organisations.importer.looking import look_for
    from fengqiao.rulebook import roster
    from fengqiao.rulebook.roster import paper

    try:
        read = roster.read(
            source,
            skip_bad_rows=True,
            known_offices=offices_there(on) or None,
            look=look_for(by, on),
        )
        faults = read.left_out
    except InputRefused as refusal:
        faults = refusal.faults
    paper.faulty_rows(path, source=source, faults=faults)


ROSTER = Importer(
    kind=KIND,
    title=_("司法所名册"),
    turn="organisations",
    plan=plan_roster,
    apply=apply_roster,
    template=template,
    faulty_rows=faulty_rows,
)
