"""Carries out background jobs until it is stopped."""

import argparse

HELP = "运行后台任务,直到停止"
DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: the database says what is to be done."""


def run(args: argparse.Namespace) -> int:
    from fengqiao.kernel.jobs.worker import run_worker

    run_worker()
    return 0
