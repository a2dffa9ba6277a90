"""Asks the services of advisories about every locked library, of Python and of the web pages.

A known hole fails the check. A service that cannot be reached does not: it is said, and the check
goes on, for a machine without network must be able to work; `--strict` fails then too, for a
release. Run by script/check.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120  # seconds

# What was looked at and does not concern us: its id, and why.
ACCEPTED: dict[str, str] = {}


class Source(NamedTuple):
    """A tool, what it asks about, and how its answer is read; None: it is no answer."""

    name: str
    command: Sequence[str]
    read: Callable[[Any], list[str] | None]


def holes_in_python(answer: Any) -> list[str] | None:
    """pip-audit's JSON."""
    if not isinstance(answer, dict) or "dependencies" not in answer:
        return None
    return [
        f"{one['name']} {one['version']}: {hole['id']}"
        for one in answer["dependencies"]
        for hole in one.get("vulns", [])
        if not {hole["id"], *hole.get("aliases", [])} & ACCEPTED.keys()
    ]


def holes_in_pages(answer: Any) -> list[str] | None:
    """npm's JSON."""
    if not isinstance(answer, dict) or "vulnerabilities" not in answer:
        return None
    found = answer["vulnerabilities"].items()
    return [f"{name}: {hole['severity']}" for name, hole in found if name not in ACCEPTED]


def sources() -> list[Source]:
    lock = ROOT / "requirements" / "base.txt"
    pip_audit = [sys.executable, "-m", "pip_audit", "--requirement", str(lock)]
    quietly = ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    return [
        Source(
            "Python",
            [*pip_audit, *quietly, "--require-hashes", "--disable-pip", "-s", "osv"],
            holes_in_python,
        ),
        Source(
            "npm",
            ["npm", "audit", "--package-lock-only", "--json", "--fetch-retries=0"],
            holes_in_pages,
        ),
    ]


def ask(source: Source) -> list[str] | None:
    """The holes; None where no answer came."""
    try:
        said = subprocess.run(  # noqa: S603 - commands of our own
            source.command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
        )
        return source.read(json.loads(said.stdout))
    except (OSError, subprocess.TimeoutExpired, json.JSONDecodeError):
        return None


def main(arguments: Sequence[str], asked: Sequence[Source]) -> int:
    """1 where a hole is known, or with --strict where nobody could be asked."""
    failed = False
    for source in asked:
        holes = ask(source)
        if holes is None:
            say(f"  {source.name}:连不上安全公告服务,没有核对")
            failed |= "--strict" in arguments
        else:
            say(f"  {source.name}:{'、'.join(holes) or '没有已知漏洞'}")
            failed |= bool(holes)
    return int(failed)


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sources()))
