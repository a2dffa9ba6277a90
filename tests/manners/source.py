"""The files that the manners look at: what git tracks or would track, as text."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "fengqiao"


@cache
def files(*patterns: str) -> list[Path]:
    """Tracked and new files that match git path patterns, none that git ignores."""
    command = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        *patterns,
    ]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    paths = [ROOT / name for name in listed.decode().split("\0") if name]
    return sorted({path for path in paths if path.is_file()})


def python_files() -> list[Path]:
    """Our Python, without migrations."""
    return [path for path in files("*.py") if "migrations" not in path.parts]


def product_files() -> list[Path]:
    """Python of the product itself, without its tests."""
    return [
        path
        for path in python_files()
        if path.is_relative_to(PACKAGE) and "tests" not in path.parts and path.name != "conftest.py"
    ]


def relative(path: Path) -> str:
    """The path as a reader of the repository names it."""
    return path.relative_to(ROOT).as_posix()
