"""The command line, `script/fengqiao`: finds the command, runs it, and says in Chinese what went
wrong.

Only the module of the command asked for is imported, and Django is started only where it is
needed.
"""

import argparse
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from fengqiao.config import argument_words, commands, errors, why
from fengqiao.config.console import show, tell
from fengqiao.lib.faults import InputRefused, StartRefused

DONE, FAILED, REFUSED = 0, 1, 2


class Command(Protocol):
    """What a module in `commands/` offers."""

    HELP: str
    DJANGO: bool

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, args: argparse.Namespace) -> int: ...

    # `before(args)`, where a module has it, refuses what can be refused without a database.


def names() -> list[str]:
    """The commands, as they are typed."""
    return sorted(module.name.rstrip("_") for module in pkgutil.iter_modules(commands.__path__))


def load(name: str) -> Command:
    module = next(
        found.name
        for found in pkgutil.iter_modules(commands.__path__)
        if found.name.rstrip("_") == name
    )
    return importlib.import_module(f"{commands.__name__}.{module}")


def main(argv: Sequence[str]) -> int:
    """Run a command; its status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    argument_words.speak_chinese()
    if not argv or argv[0] not in names():
        return overview(argv)
    command = load(argv[0])
    parser = argparse.ArgumentParser(prog=f"fengqiao {argv[0]}", description=command.HELP)
    command.add_arguments(parser)
    args = parser.parse_args(argv[1:])
    try:
        return run(command, args)
    except BrokenPipeError:
        # The reader went away; what is still buffered must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def overview(argv: Sequence[str]) -> int:
    """The list of commands: the answer to --help, or what there is instead of what was typed."""
    parser = argparse.ArgumentParser(prog="fengqiao", description="枫桥 · 司法所工作系统的命令行")
    choices = parser.add_subparsers(title="命令", metavar="命令", required=True)
    for name in names():
        choices.add_parser(name, help=load(name).HELP)
    parser.parse_args(argv)
    return DONE


def run(command: Command, args: argparse.Namespace) -> int:
    """Run a command and turn every way in which it can fail into words and a status."""
    try:
        before = getattr(command, "before", None)  # what can be refused without Django
        if before:
            before(args)
        if command.DJANGO or getattr(args, "django", False):  # always, or by an option
            start_django()
            check_keys(command)
        status = command.run(args)
        sys.stdout.flush()
        return status
    except InputRefused as refused:
        return refuse(refused)
    except StartRefused as refused:
        tell(refused.message)
        return FAILED
    except KeyboardInterrupt:
        tell("已中断。")
        return FAILED
    except BrokenPipeError:
        raise
    except Exception as error:
        return fail(error)


def start_django() -> None:
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fengqiao.config.settings")
    if not apps.ready:  # a second time would open the log once more
        django.setup()


def check_keys(command: Command) -> None:
    """Nothing reads or writes under wrong keys; a command says `KEYS = False` if it does neither."""
    if getattr(command, "KEYS", True):
        from fengqiao.config.reaching import reach
        from fengqiao.kernel.crypto.starting import check

        reach()
        check()


def refuse(refused: InputRefused) -> int:
    """The sentence, then each place to mend on a line of its own."""
    tell(refused.message)
    for fault in refused.faults:
        show(str(fault))
    return REFUSED


def fail(error: Exception) -> int:
    """One sentence with the number under which the trace stands in the log."""
    reason = why.said_of(error)
    number = "没有编号,日志无法写入"
    with suppress(OSError, StartRefused):
        number = errors.record(traceback.format_exc())
    tell(f"{reason}。错误编号:{number}")
    return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
