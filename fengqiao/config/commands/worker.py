"""Carries out background jobs until it is stopped."""

import argparse

HELP = "运行后台任务,直到停止"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: the database says what is to be done."""


def run(args: argparse.Namespace) -> int:
    from django.core.management import call_command

    call_command("db_worker", verbosity=1)
    return 0
