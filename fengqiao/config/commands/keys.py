"""The keys of encrypted values: which there are, a new one, an old one taken out."""

import argparse
from typing import TYPE_CHECKING

from fengqiao.config.console import tell
from fengqiao.lib.typography import typeset

if TYPE_CHECKING:
    from fengqiao.kernel.crypto.rotation import Outcome

HELP = "列出、更换、停用加密密钥"
DJANGO = True
KEYS = False  # lists what is wrong, too; the other acts check for themselves
DONE, UNFINISHED = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`list`, `rotate`, `retire` with the id of the key."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="list|rotate|retire")
    acts.add_parser("list", help="列出密钥的编号、状态和所加密的数量,不显示密钥")
    rotate = acts.add_parser("rotate", help="换用新密钥,并用它重新加密全部内容;中断后再运行即可")
    rotate.add_argument("--lookup", action="store_true", help="更换查找密钥,而不是加密密钥")
    rotate.add_argument("--resume", action="store_true", help="只接着做完,不再加新密钥")
    retire = acts.add_parser("retire", help="停用一个不再使用的密钥")
    retire.add_argument("key_id", metavar="编号", help="如 E1")


def run(args: argparse.Namespace) -> int:
    """0, or 1 where something is still to be done or could not be read."""
    if args.act == "list":
        return list_keys()

    from fengqiao.kernel.crypto.starting import check

    check()
    if args.act == "retire":
        return retire(args.key_id)
    return rotate(lookup=args.lookup, resume=args.resume)


def list_keys() -> int:
    from django.utils import timezone

    from fengqiao.kernel.crypto.listing import listed

    for row in listed():
        made = f"{timezone.localtime(row.made_at):%Y-%m-%d}" if row.made_at else "-"
        print(f"{row.key_id}\t{row.kind.label}\t{row.state}\t{made}\t{row.uses}")
    return DONE


def rotate(*, lookup: bool, resume: bool) -> int:
    from fengqiao.kernel.crypto.keys import Kind
    from fengqiao.kernel.crypto.rotation import rotate as rotated

    kind = Kind.LOOKUP if lookup else Kind.ENCRYPTION
    return _report(rotated(kind, resume=resume, tell=tell))


def _report(outcome: "Outcome") -> int:
    if outcome.added:
        tell(f"已启用新密钥 {outcome.added}")
    for row in outcome.unreadable:
        tell(f"读不出,未更换:{row}")
    print(typeset(f"已更换{outcome.written}行,还有{outcome.left}个值未换"))
    if outcome.left:
        tell("请再次运行 script/fengqiao keys rotate --resume")
        return UNFINISHED
    if outcome.added:
        tell("旧密钥不再需要时,用 script/fengqiao keys retire 停用;请备份新的密钥文件")
    return DONE


def retire(key_id: str) -> int:
    from fengqiao.kernel.crypto.retiring import retire as retired

    aside = retired(key_id)
    if aside is None:
        print(typeset(f"已停用密钥 {key_id},请从环境变量中删去"))
        return DONE
    print(typeset(f"已停用密钥 {key_id},移到:{aside}"))
    tell("以前的备份还要用它来读:请离线保存,确认不再需要后销毁")
    return DONE
