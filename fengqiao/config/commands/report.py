"""Writes a return that is drawn from the figures, as a file or on stdout."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.config.console import tell
from fengqiao.lib.atomic import place_for, replacing
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.oversight.reports.monthly.model import Return

HELP = "生成一个地方的报表"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which return, of which month and area, and where it goes."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="monthly")
    monthly = kinds.add_parser("monthly", help="调解工作月报表")
    monthly.add_argument("--month", required=True, help="月份,如2025-08")
    monthly.add_argument("--area", required=True, help="设区市、市(区)或者乡镇(街道)的区划代码")
    monthly.add_argument(
        "--format", choices=("json", "xlsx", "docx"), default="json", help="结果的格式"
    )
    monthly.add_argument("--out", type=Path, help="写入的文件;JSON不写则输出到屏幕")


def run(args: argparse.Namespace) -> int:
    """Exact numbers: the command line stands outside the degrees."""
    from fengqiao.oversight.reports.monthly import datafile
    from fengqiao.oversight.reports.monthly.counting import monthly_return
    from fengqiao.oversight.reports.months import Month
    from fengqiao.oversight.reports.territory import territory

    month = Month.of(args.month)
    if args.out is None and args.format != "json":
        raise InputRefused("Excel和Word文件要写入文件,请用 --out 指定")
    out = place_for(args.out) if args.out else None
    made = monthly_return(territory(args.area), month)
    _warn(made)
    if out is None:
        sys.stdout.write(datafile.as_json(made))
        return 0
    with replacing(out) as draft:
        _write(made, args.format, draft)
    return 0


def _write(made: "Return", form: str, path: Path) -> None:
    from fengqiao.oversight.reports.monthly import datafile, document, workbook

    if form == "json":
        path.write_text(datafile.as_json(made), encoding="utf-8")
    else:
        {"xlsx": workbook, "docx": document}[form].write(made, path)


def _warn(made: "Return") -> None:
    """What a program cannot read in the numbers."""
    if not made.is_known:
        tell(f"注意 到{made.month.said}底为止,系统里没有登记过 {made.place.said} 的纠纷,各项都是0")
    if not made.is_over:
        tell(f"注意 {made.month.said}尚未结束,统计到今天")
