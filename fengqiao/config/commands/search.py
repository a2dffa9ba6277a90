"""Writes what things are found by anew, for all kinds that are searched."""

import argparse

HELP = "重建搜索索引"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to say: all of it, always."""


def run(args: argparse.Namespace) -> int:
    """Batch by batch, while people work; whoever writes one meanwhile writes the same."""
    from fengqiao.kernel.search.registry import all_kinds

    for kind in all_kinds():
        if kind.rebuild:
            print(f"{kind.title}\t{kind.rebuild()}")
    return 0
