"""Takes a file into the registers, or shows what it would change."""

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset

if TYPE_CHECKING:
    from fengqiao.kernel.imports.registry import Plan

HELP = "把名册或调解台账导入系统,或只看会有哪些变化"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What kind of file, the file, and the day from which it holds."""
    parser.add_argument("kind", help="种类:roster(名册)、disputes(调解台账)")
    parser.add_argument("file", type=Path, help="工作簿,或放有CSV文件的文件夹")
    parser.add_argument("--as-of", type=_day, help="起算日,如2021-12-31;不写则为今天")
    parser.add_argument("--dry-run", action="store_true", help="只列出变化,不写入")
    parser.add_argument("--skip-bad-rows", action="store_true", help="略去有错误的行并逐一列出")


def before(args: argparse.Namespace) -> None:
    """A file that is not there is refused as such, whatever state the database is in."""
    from fengqiao.lib.workbook.sources import refuse_unreadable

    refuse_unreadable(args.file)


def run(args: argparse.Namespace) -> int:
    """The plan is found without hindering anybody; the transaction that carries it out is short."""
    from django.utils import timezone

    from fengqiao.kernel.imports.registry import importers
    from fengqiao.kernel.imports.taking import planned_turn

    if args.kind not in importers:
        raise InputRefused(f"没有“{args.kind}”这种导入,可选:{'、'.join(importers)}")
    importer = importers[args.kind]
    make = partial(
        importer.plan,
        args.file,
        name=args.file.name,
        on=args.as_of or timezone.localdate(),
        skip_bad_rows=args.skip_bad_rows,
        by=None,
    )
    if args.dry_run:
        plan = make()
    else:
        with planned_turn(importer.turn, make) as plan:
            importer.apply(plan, by=None)
    _report(plan, dry=args.dry_run)
    return 0


def _report(plan: "Plan", *, dry: bool) -> None:
    """The changes to stdout; what only has to be known to stderr."""
    for warning in plan.warnings:
        print(f"注意 {warning}", file=sys.stderr)
    for fault in plan.left_out:
        print(f"略去 {fault}", file=sys.stderr)
    for section in plan.sections:
        print(typeset(f"{section.title}:{section.count}处"))
        for row in section.rows:
            print("  " + "\t".join(row).rstrip("\t"))
        if len(section.rows) < section.count:
            print(typeset(f"  还有{section.count - len(section.rows)}处"))
    if not any(section.is_change for section in plan.sections):
        print(typeset("没有变化"))
    if dry:
        print(typeset("这是预览,没有写入"), file=sys.stderr)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}不是日期,应如2021-12-31") from None
