"""Brings a system back from a backup."""

import argparse
from pathlib import Path

from fengqiao.config.console import tell
from fengqiao.lib.typography import typeset

HELP = "用备份恢复系统"
DJANGO = True
KEYS = False  # there may be no database yet; the keys are held against the backup
WHOLE, DIFFERENT = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder; what is there is only replaced where one says so."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="备份所在的文件夹")
    parser.add_argument("--replace", action="store_true", help="替换现有的数据,现有的移到一旁")
    parser.add_argument("--keys", metavar="FILE", type=Path, help="另存的密钥,系统没有密钥时用")


def run(args: argparse.Namespace) -> int:
    """0 where everything is as it was in the backup, 1 where something is not."""
    from fengqiao.config.upkeep.restoring import restore
    from fengqiao.config.upkeep.words import trail_of

    outcome = restore(args.folder, replace=args.replace, key_file=args.keys, tell=tell)
    manifest = outcome.manifest
    for place in outcome.aside:
        tell(f"原有的数据移到:{place}")
    for name in outcome.packs:
        tell(f"{name} 与备份中的不同,保留了程序所带的")
    if outcome.upgraded:
        tell("备份的版本较早,已升级到本程序的版本")
    if outcome.erased_again:
        tell(f"备份之后销毁的{outcome.erased_again}条记录随备份回来了,已重新销毁")
    for fault in outcome.faults:
        print(typeset(fault))
    made = manifest.made_at[:19].replace("T", " ")
    print(typeset(f"已恢复到 {made}:共{manifest.rows}行,{len(manifest.files)}个文件"))
    print(typeset(trail_of(manifest)))
    if outcome.faults:
        tell("恢复的内容与备份时不一致,见上")
        return DIFFERENT
    tell("逐表行数、文件和操作记录都已核对,与备份时一致。现在可以启动系统,所有人需要重新登录")
    return WHOLE
