"""Makes the database, or brings it to the state that this version wants."""

import argparse
import sys

HELP = "建立或升级数据库"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: what to do follows from the database."""


def run(args: argparse.Namespace) -> int:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
        print(f"正在更新数据库,共{len(steps)}步", file=sys.stderr)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    return 0
