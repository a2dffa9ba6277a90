"""Measures what the speed claims rest on; `bench/README.md` keeps the last table."""

import argparse
import importlib
import json

HELP = "测量速度(judge 评定,roster 读名册,trail 操作记录,rights 权限,pages 达标页面)"
DJANGO = False

BENCHES = {
    "judge": "bench.judge",
    "roster": "bench.roster",
    "trail": "bench.trail",
    "rights": "bench.rights",
    "pages": "bench.pages",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A subcommand for each bench, with its own arguments."""
    benches = parser.add_subparsers(dest="bench", required=True, metavar="|".join(BENCHES))
    for name, module in BENCHES.items():
        one = benches.add_parser(name)
        one.add_argument("--json", action="store_true", help="输出 JSON")
        importlib.import_module(module).add_arguments(one)


def run(args: argparse.Namespace) -> int:
    """Print the measurements."""
    measured = importlib.import_module(BENCHES[args.bench]).run(args)
    if args.json:
        print(json.dumps(measured))
    else:
        print("\n".join(f"{name}\t{value}" for name, value in measured.items()))
    return 0
