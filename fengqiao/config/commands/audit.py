"""Checks the trail from its first row to its last, and shows its head."""

import argparse

from fengqiao.config.console import tell
from fengqiao.lib.typography import typeset

HELP = "核查操作记录是否完整,或显示链首"
DJANGO = True
WHOLE, BROKEN = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`verify`, on wish against a head that was printed earlier; `head`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="verify|head")
    verify = acts.add_parser("verify", help="逐条核查,有改动、缺失、调换、插入即逐条指出")
    verify.add_argument(
        "--since", type=_head, metavar="位置:链值", help="以前打印的链首,核查它还在不在链上"
    )
    acts.add_parser("head", help="显示链首,可打印留存")


def run(args: argparse.Namespace) -> int:
    """0 where the trail is whole, 1 where it is not."""
    return verify(args.since) if args.act == "verify" else head()


def verify(since: tuple[int, str] | None) -> int:
    """Seal what waits; then what is wrong, a row a line, and what was read."""
    from fengqiao.kernel.audit.checking import check
    from fengqiao.kernel.audit.findings import MOST

    verdict = check(since)
    for finding in verdict.findings:
        print(typeset(str(finding)))
    if len(verdict.findings) >= MOST:
        tell(f"问题超过{MOST}处,没有再往下核查")
    state = "完整" if verdict.whole else f"不完整,发现{len(verdict.findings)}处问题"
    print(typeset(f"操作记录{state}:已封存{verdict.links}条,待封存{verdict.waiting}条"))
    return WHOLE if verdict.whole else BROKEN


def head() -> int:
    """The last link, in a form that `verify --since` takes; what waits is sealed before."""
    from django.utils import timezone

    from fengqiao.kernel.audit.sealing import head as last
    from fengqiao.kernel.audit.sealing import seal

    seal()
    link = last()
    if link is None:
        tell("还没有封存的记录")
        return WHOLE
    print(f"{link.position}:{link.hash}")
    print(typeset(f"封存时间 {timezone.localtime(link.sealed_at):%Y-%m-%d %H:%M:%S}"))
    return WHOLE


def _head(text: str) -> tuple[int, str]:
    position, _colon, hash_ = text.replace("\uff1a", ":").partition(":")
    if not position.isdecimal() or len(hash_) != 64:
        raise argparse.ArgumentTypeError("应为 audit head 所显示的“位置:链值”")
    return int(position), hash_
