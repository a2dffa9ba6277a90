"""Makes the database, or brings it to the state that this version wants."""

import argparse

from fengqiao.config.console import tell

HELP = "建立或升级数据库"
DJANGO = True
KEYS = False  # checks them itself, and makes the first ones


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: what to do follows from the database."""


def run(args: argparse.Namespace) -> int:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from fengqiao.config.reaching import reach
    from fengqiao.config.upkeep.upgrading import keep_copy
    from fengqiao.kernel.crypto import keyfile, starting

    reach()
    if starting.prepare():
        told = f"已生成密钥文件:{keyfile.path()}。请另行备份,丢失后加密的内容无法读出"
        tell(told)
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
        if kept := keep_copy():
            tell(f"升级前的数据库留存在:{kept}")
        tell(f"正在更新数据库,共{len(steps)}步")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    starting.check()
    return 0
