"""Judges the offices of a roster, or those stored, and writes the judgement as a file."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.config.console import show
from fengqiao.lib.atomic import place_for
from fengqiao.lib.faults import Fault

if TYPE_CHECKING:
    from fengqiao.rulebook.model import Edition
    from fengqiao.rulebook.tables import Tables

HELP = "按标准判定名册中各司法所是否达标"
DJANGO = False  # only --from-database needs it
FORMATS = ("json", "xlsx", "docx", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The roster (or the database), the standard, the day, and the file to write."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("roster", nargs="?", type=Path, help="名册:工作簿,或放有CSV文件的文件夹")
    source.add_argument(
        "--from-database", action="store_true", dest="django", help="判定系统里登记的司法所"
    )
    parser.add_argument("--standard", required=True, help="标准的编号或所在文件夹")
    parser.add_argument("--on", required=True, type=_day, help="判定日,如2021-12-31")
    parser.add_argument("--format", choices=FORMATS, default="json", help="结果的格式")
    parser.add_argument("--out", required=True, type=Path, help="写入的文件")
    parser.add_argument("--skip-bad-rows", action="store_true", help="略去有错误的行并逐一列出")


def run(args: argparse.Namespace) -> int:
    """Refuses what cannot be used before anything is written; the file is whole or not there."""
    from fengqiao.rulebook import packs

    out = place_for(args.out, inputs=_inputs(args))
    edition = packs.load(args.standard).edition_on(args.on)
    tables, left_out = _stored(args.on) if args.django else _reported(args)
    _write(args.format, out, edition, tables, left_out)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}不是日期,应如2021-12-31") from None


def _inputs(args: argparse.Namespace) -> list[Path]:
    """What is read, and must not be written over."""
    return [args.roster, Path(args.standard)] if args.roster else [Path(args.standard)]


def _stored(day: date) -> "tuple[Tables, list[Fault]]":
    from fengqiao.oversight.standards.judging import refuse_future
    from fengqiao.registers.organisations.tables import tables_on

    refuse_future(day)
    return tables_on(day), []


def _reported(args: argparse.Namespace) -> "tuple[Tables, list[Fault]]":
    from fengqiao.rulebook import roster

    read = roster.read(args.roster, skip_bad_rows=args.skip_bad_rows)
    for warning in read.warnings:
        show(f"注意 {warning}")
    for fault in read.left_out:
        show(f"略去 {fault}")
    return read.tables_on(args.on), read.left_out


def _write(
    form: str, out: Path, edition: "Edition", tables: "Tables", left_out: list[Fault]
) -> None:
    from fengqiao.rulebook import reports
    from fengqiao.rulebook.judge import judge

    write = getattr(reports, f"as_{form}")
    write(judge(edition, tables), out, left_out=left_out)
