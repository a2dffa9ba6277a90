"""The first administrator, and a way back in for one who is locked out."""

import argparse

from fengqiao.config.console import tell

HELP = "建立第一个系统管理员,或在服务器上发放一次性验证码"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`first USERNAME NAME`, `code USERNAME`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="first|code")
    first = acts.add_parser("first", help="建立第一个系统管理员,并显示一次性验证码")
    first.add_argument("username", metavar="用户名")
    first.add_argument("name", metavar="姓名")
    code = acts.add_parser("code", help="给系统管理员发放一次性验证码,用来重设密码")
    code.add_argument("username", metavar="用户名")


def run(args: argparse.Namespace) -> int:
    """The code goes to stdout, what to do with it to stderr."""
    from fengqiao.config.upkeep import administrators

    if args.act == "first":
        code = administrators.make_first(args.username, args.name)
        tell(f"已建立系统管理员 {args.username}({args.name})")
    else:
        code = administrators.let_in(args.username)
    print(code)
    tell("请本人在登录页点“第一次登录,或忘记了密码”,填用户名和这个验证码,设置密码。30 分钟内有效")
    return 0
