"""The command line's import in processes of their own: killed in the middle, and two at once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from fengqiao.lib.workbook.write import put, writing
from fengqiao.registers.organisations.tests.rosters import OFFICE
from fengqiao.rulebook.roster.sheets import LAYOUTS

pytestmark = pytest.mark.django_db(transaction=True)

FIRST, SECOND = "2021-12-31", "2022-12-31"
# The last thing that an import writes; when it comes, everything else stands in the transaction.
STOPS_BEFORE_ITS_END = """
import time, sys
from fengqiao.config import cli
import django
django.setup()
from fengqiao.registers.organisations.importer import applying
def stop(offices):
    print("writing", flush=True)
    time.sleep(600)
applying.seat_offices = stop
cli.main(sys.argv[1:])
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The test's PostgreSQL, or a SQLite file of its own."""
    found = os.environ | {"FENGQIAO_HOME": str(tmp_path), "PYTHONPATH": str(settings.BASE_DIR)}
    found |= {"DJANGO_SETTINGS_MODULE": "fengqiao.config.settings"}
    if connection.vendor == "postgresql":
        to = connection.settings_dict
        password = f":{to['PASSWORD']}" if to["PASSWORD"] else ""
        address = f"{to['USER']}{password}@{to['HOST']}:{to['PORT']}/{to['NAME']}"
        return found | {"DATABASE_URL": f"postgres://{address}"}
    return found | {"DATABASE_URL": ""}


@pytest.fixture
def fengqiao(environment: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest) -> Run:
    """Runs a command to its end; the database is there."""
    if connection.vendor == "sqlite":
        request.getfixturevalue("migrated")(tmp_path)

    def run(*words: Any, status: int = 0) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            command(*words), env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
        return done

    run("migrate")
    return run


def command(*words: Any) -> list[str]:
    return [sys.executable, "-m", "fengqiao.config.cli", *map(str, words)]


@pytest.fixture
def roster(tmp_path: Path) -> Callable[..., Path]:
    """A workbook of some offices, all with so much floor area and so many persons."""

    def write(name: str, *, area: float, persons: int, offices: int = 3) -> Path:
        codes = [f"32120200{number}" for number in range(1, offices + 1)]
        people = [
            {"office": code, "name": f"{name}{number}", "category": "专职调解员"}
            for code in codes
            for number in range(persons)
        ]
        rows = {
            "offices": [
                OFFICE | {"code": code, "floor_area": area, "size": "小型"} for code in codes
            ],
            "staff": people,
        }
        path = tmp_path / f"{name}.xlsx"
        with writing(path) as book:
            for layout in LAYOUTS[:2]:
                sheet = book.add_worksheet(layout.title)
                head = {column.name: column.header for column in layout.columns}
                for at, row in enumerate([head, *rows[layout.name]]):
                    for place, name in enumerate(head):
                        put(sheet, at, place, row.get(name), None, None)
        return path

    return write


@pytest.fixture
def known(fengqiao: Run, tmp_path: Path) -> Callable[[str], set[tuple[Any, ...]]]:
    """Floor area and number of persons of each office, as the judge sees them."""

    def judged(day: str) -> set[tuple[Any, ...]]:
        out = tmp_path / "judgement.json"
        words = ("--standard", "taizhou-2021", "--on", day, "--format", "json", "--out", out)
        fengqiao("judge", "--from-database", *words)
        offices = json.loads(out.read_text("utf-8"))["offices"]
        actual = [{item["id"]: item["actual"] for item in office["items"]} for office in offices]
        return {
            (office["code"], found["premises.area"], found["staff.total"])
            for office, found in zip(offices, actual, strict=True)
        }

    return judged


def test_a_killed_import_leaves_nothing_and_can_be_done_again(
    fengqiao: Run,
    environment: dict[str, str],
    roster: Callable[..., Path],
    known: Callable[[str], set[tuple[Any, ...]]],
) -> None:
    fengqiao("import", "roster", roster("甲", area=100, persons=1), "--as-of", FIRST)
    before = known(SECOND)
    second = roster("乙", area=222, persons=5, offices=4)
    words = ("import", "roster", str(second), "--as-of", SECOND)
    killed = subprocess.Popen(
        [sys.executable, "-c", STOPS_BEFORE_ITS_END, *words],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdout is not None
    with killed:
        assert killed.stdout.readline() == "writing\n"
        killed.send_signal(signal.SIGKILL)
    assert known(SECOND) == before
    fengqiao(*words)
    assert known(SECOND) == {(f"32120200{number}", 222, 5) for number in range(1, 5)}
    assert known(FIRST) == before


def test_two_imports_at_once_take_turns(
    fengqiao: Run,
    environment: dict[str, str],
    roster: Callable[..., Path],
    known: Callable[[str], set[tuple[Any, ...]]],
) -> None:
    files = [roster("甲", area=111, persons=2), roster("乙", area=222, persons=5)]
    running = [
        subprocess.Popen(
            command("import", "roster", file, "--as-of", FIRST),
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for file in files
    ]
    assert [one.wait(timeout=120) for one in running] == [0, 0]
    assert {found[1:] for found in known(FIRST)} in ({(111, 2)}, {(222, 5)})


def test_the_import_shows_the_differences_and_a_dry_run_writes_nothing(
    fengqiao: Run, roster: Callable[..., Path], known: Callable[[str], set[tuple[Any, ...]]]
) -> None:
    first, second = roster("甲", area=100, persons=1), roster("乙", area=222, persons=1)
    fengqiao("import", "roster", first, "--as-of", FIRST)
    assert "没有变化" in fengqiao("import", "roster", first, "--as-of", SECOND).stdout
    shown = fengqiao("import", "roster", second, "--as-of", SECOND, "--dry-run")
    assert "停止 人员:3处" in shown.stdout.replace("\uff1a", ":")
    assert "业务用房面积\t100\t222" in shown.stdout
    assert {found[1:] for found in known(SECOND)} == {(100, 1)}


def test_a_faulty_roster_is_refused_as_a_whole(fengqiao: Run, roster: Callable[..., Path]) -> None:
    faulty = roster("甲", area=-5, persons=1)
    refused = fengqiao("import", "roster", faulty, status=2)
    assert "业务用房面积" in refused.stderr
    assert refused.stdout == ""
    fengqiao("import", "roster", faulty.with_name("没有.xlsx"), status=2)
    fengqiao("import", "ledger", faulty, status=2)
