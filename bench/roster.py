"""A large roster read, checked and its faults listed, against python-calamine alone on the same
file.

Each side runs in a process of its own, so that neither warms or burdens the other.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fengqiao.rulebook.roster.sheets import (
    CATEGORIES,
    DEGREES,
    OFFICE_KINDS,
    OFFICES,
    PARTIES,
    POSTS,
    SIZES,
    STAFF,
)

WIDTH = 20  # cells in a row; what the formats do not know fills up, as in real rosters
ROUNDS = 3
FAULTY = 500  # one row in so many has a fault
MIB = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many rows, offices and staff together."""
    parser.add_argument("--rows", type=int, default=100_000, help="数据行数,每行20格")


def run(args: argparse.Namespace) -> dict[str, float | int]:
    """The best of some rounds for each side, and the highest peak of ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        make(path, args.rows)
        rounds = [(measure("ours", path), measure("calamine", path)) for _ in range(ROUNDS)]
    return {
        "roster_s": min(ours["seconds"] for ours, _ in rounds),
        "calamine_s": min(theirs["seconds"] for _, theirs in rounds),
        "peak_mib": max(ours["peak_mib"] for ours, _ in rounds),
        "faults": int(rounds[0][0]["faults"]),
    }


def make(path: Path, rows: int) -> None:
    """A quarter of the rows are offices, the others their staff; the same file for the same size."""
    import xlsxwriter

    chance = random.Random(rows)
    offices = max(rows // 4, 1)
    options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(path, options) as book:
        _fill(book.add_worksheet(OFFICES.title), OFFICES, _offices(chance, offices))
        _fill(book.add_worksheet(STAFF.title), STAFF, _staff(chance, offices, rows - offices))


def _fill(sheet: Any, layout: Any, rows: Iterator[list[Any]]) -> None:
    headers = [column.header for column in layout.columns]
    extra = [f"附加{number}" for number in range(WIDTH - len(headers))]
    sheet.write_row(0, 0, headers + extra)
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, [*row, *(f"备注{at}" for at in range(len(extra)))])


def _offices(chance: random.Random, rows: int) -> Iterator[list[Any]]:
    for number in range(rows):
        district = 321200 + number % 90
        area = chance.randrange(100, 500) if number % FAULTY else -1
        yield [
            f"{number:09}",
            f"第{number}司法所",
            f"第{district}区",
            f"{district}{number % 1000:03}",
            chance.choice(OFFICE_KINDS),
            chance.choice(SIZES),
            chance.randrange(5_000, 200_000),
            round(chance.uniform(5, 200), 2),
            round(chance.uniform(10, 400), 2),
            chance.randrange(900),
            area,
            *(chance.choice("是否") for _ in range(4)),
            chance.randrange(90),
            chance.randrange(200),
            round(chance.uniform(85, 100), 1),
        ]


def _staff(chance: random.Random, offices: int, rows: int) -> Iterator[list[Any]]:
    for number in range(rows):
        joined = date(2000, 1, 1) + timedelta(days=chance.randrange(7000))
        yield [
            f"{chance.randrange(offices):09}",
            f"人员{number}",
            chance.choice(CATEGORIES) if number % FAULTY else "会计",
            chance.choice(POSTS),
            chance.choice(DEGREES),
            *(chance.choice("是否") for _ in range(3)),
            joined + timedelta(days=chance.randrange(1000)),
            joined,
            joined + timedelta(days=chance.randrange(4000)),
            chance.choice(PARTIES),
        ]


def measure(side: str, path: Path) -> dict[str, float]:
    """One side in a fresh process."""
    command = [sys.executable, "-m", "bench.roster", side, str(path)]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)
    return json.loads(answer.stdout)


def _ours(path: Path) -> int:
    from fengqiao.lib.faults import InputRefused
    from fengqiao.rulebook import roster

    try:
        roster.read(path)
    except InputRefused as refused:
        return len([str(fault) for fault in refused.faults])
    return 0


def _calamine(path: Path) -> int:
    from python_calamine import load_workbook

    book = load_workbook(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
    return 0


SIDES: dict[str, Callable[[Path], int]] = {"ours": _ours, "calamine": _calamine}


def main(side: str, path: str) -> None:
    """What runs in the fresh process."""
    start = time.perf_counter()
    faults = SIDES[side](Path(path))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(json.dumps({"seconds": round(seconds, 3), "peak_mib": round(peak, 1), "faults": faults}))


if __name__ == "__main__":
    main(*sys.argv[1:])
