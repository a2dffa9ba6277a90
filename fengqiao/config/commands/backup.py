"""Copies the running system into a folder; the keys apart, to a place of their own."""

import argparse
import signal
from pathlib import Path

from fengqiao.config.console import tell
from fengqiao.lib.typography import typeset

HELP = "备份数据库和文件,或另存密钥"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A folder for the backup, or a file for the keys: never both at once."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="新的或空的文件夹")
    which.add_argument("--keys", metavar="FILE", type=Path, help="只另存密钥,写到这个新文件")


def run(args: argparse.Namespace) -> int:
    """A warning about what was lost before is no failure."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return copy_keys(args.keys) if args.keys else make(args.folder)


def copy_keys(target: Path) -> int:
    from fengqiao.config.upkeep import keys

    keys.copy_to(target)
    print(typeset(f"密钥已另存:{target}"))
    tell("请与备份分开保管;没有它,备份中加密的内容读不出来")
    return 0


def make(folder: Path) -> int:
    from fengqiao.config.upkeep.making import make as made
    from fengqiao.config.upkeep.words import size_of, told_of_keys, trail_of

    manifest = made(folder, tell)
    for name in manifest.missing:
        tell(f"备份时已没有文件:{name}")
    print(typeset(f"备份完成:{folder}"))
    print(typeset(f"共{manifest.rows}行,{len(manifest.files)}个文件,{size_of(manifest)}"))
    print(typeset(trail_of(manifest)))
    for line in told_of_keys(manifest):
        tell(line)
    return 0
