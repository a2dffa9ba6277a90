"""Every address with what may be sent to it and the right that it wants."""

import argparse
import json
from dataclasses import asdict

HELP = "列出全部地址及其所需权限"
DJANGO = True
KEYS = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--json` for a program, else a line each."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """An address is the pattern as Django writes it; `public` wants no sign-in, `own` no more."""
    from fengqiao.kernel.accounts.addresses import addresses

    found = list(addresses())
    if args.json:
        print(json.dumps([asdict(address) for address in found], ensure_ascii=False, indent=1))
        return 0
    for address in found:
        print(f"{address.pattern}  {'/'.join(address.methods)}  {address.right}")
    return 0
