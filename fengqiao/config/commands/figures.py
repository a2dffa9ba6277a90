"""The figures of a period, counted from the rows, as a file or on stdout; and those of a month from
before the system, entered."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from fengqiao.config.console import tell
from fengqiao.lib.atomic import place_for, replacing
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset

HELP = "统计一个期间的各项指标,或者填报系统启用以前的数"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The period, both days included, and where the figures go."""
    parser.add_argument("--from", type=_day, dest="first", help="起日,如2024-01-01")
    parser.add_argument("--to", type=_day, dest="last", help="止日,含当日")
    parser.add_argument("--format", choices=("json", "xlsx"), default="json", help="结果的格式")
    parser.add_argument("--out", type=Path, help="写入的文件;JSON不写则输出到屏幕")
    acts = parser.add_subparsers(dest="act", metavar="report")
    report = acts.add_parser("report", help="填报或者更正一个月的上报数")
    report.add_argument("indicator", metavar="指标", help="如disputes.accepted")
    report.add_argument("--area", required=True, help="设区市、市(区)或者乡镇(街道)的区划代码")
    report.add_argument("--month", required=True, help="月份,如2024-08")
    report.add_argument("--value", required=True, type=_whole, help="上报数")


def run(args: argparse.Namespace) -> int:
    """Count, or enter."""
    return _report(args) if args.act == "report" else _count(args)


def before(args: argparse.Namespace) -> None:
    """A period that is not named in full."""
    if args.act is None and None in (args.first, args.last):
        raise InputRefused("请用 --from 和 --to 写明期间")


def _report(args: argparse.Namespace) -> int:
    """Say what stands there now, and what it corrects."""
    from fengqiao.oversight.reports.monthly.counting import in_system
    from fengqiao.oversight.reports.months import Month
    from fengqiao.oversight.reports.reported import report
    from fengqiao.oversight.reports.territory import territory

    month, place = Month.of(args.month), territory(args.area)
    row, corrected = report(args.indicator, place, month, args.value, by=None)
    same = ",没有变化" if corrected == row else ""
    was = f",更正原来的{corrected.value}" if corrected and not same else ""
    print(typeset(f"{place.said} {month.said} {args.indicator} 上报数:{row.value}{was}{same}"))
    if in_system(place.offices_on(month.last), month.last):
        tell(f"注意 系统已有{month.said}的纠纷,报表以系统统计为准")
    return 0


def _count(args: argparse.Namespace) -> int:
    """Exact numbers: the command line stands outside the degrees."""
    from django.utils import timezone

    from fengqiao.kernel.indicators import exports
    from fengqiao.kernel.indicators.figures import figures
    from fengqiao.kernel.indicators.periods import Period
    from fengqiao.kernel.indicators.registry import indicators

    period = Period(args.first, args.last)
    period.refuse_odd(timezone.localdate())
    if args.out is None and args.format == "xlsx":
        raise InputRefused("Excel 工作簿要写入文件,请用 --out 指定")
    every = indicators()
    own = [one for one in every if not one.beside]
    if args.out is None:
        exports.as_json(figures(own, period), period, sys.stdout)
        return 0
    with replacing(place_for(args.out)) as draft:
        if args.format == "xlsx":
            exports.as_xlsx(figures(every, period), every, period, draft)
        else:
            with draft.open("w", encoding="utf-8") as out:
                exports.as_json(figures(own, period), period, out)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}不是日期,应如2024-01-31") from None


def _whole(text: str) -> int:
    if not re.fullmatch("[0-9]{1,10}", text):
        raise argparse.ArgumentTypeError(f"{text}不是数,应为0或者正整数")
    return int(text)
