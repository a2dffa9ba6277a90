"""The figures of a period, counted from the rows, as a file or on stdout."""

import argparse
import sys
from datetime import date
from pathlib import Path

from fengqiao.lib.atomic import place_for, replacing
from fengqiao.lib.faults import InputRefused

HELP = "统计一个期间的各项指标"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The period, both days included, and where the figures go."""
    parser.add_argument("--from", required=True, type=_day, dest="first", help="起日,如2024-01-01")
    parser.add_argument("--to", required=True, type=_day, dest="last", help="止日,含当日")
    parser.add_argument("--format", choices=("json", "xlsx"), default="json", help="结果的格式")
    parser.add_argument("--out", type=Path, help="写入的文件;JSON不写则输出到屏幕")


def run(args: argparse.Namespace) -> int:
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
