"""Audited writes from several processes at once, with writers and the sealer killed in the middle.

A write is a row and its entry in one transaction. A writer notes each of its writes in a file once
it is committed; at the end each noted row must have its entry, each entry its row, and the chain
must be whole.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

WRITERS, KILLS = 4, 3
ACT = "people.changed"
ROW = "bench-"  # how the name of each row begins
Figures = dict[str, float | int | bool | str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How long, and on which database: an empty one, that is filled with rows of the bench."""
    parser.add_argument("--seconds", type=float, default=10.0, help="写多少秒")
    parser.add_argument("--database", default="", help="一个空的试验库;不填用临时的 SQLite")


def run(args: argparse.Namespace) -> Figures:
    """First as fast as it goes, then with somebody killed again and again."""
    with tempfile.TemporaryDirectory() as folder:
        here = Bench(Path(folder), args.database)
        here.call("-m", "fengqiao.config.cli", "migrate")
        rate = here.write(args.seconds, kills=0)
        here.write(args.seconds, kills=KILLS)
        found: Figures = here.judged()
    return {"database": here.vendor, "writes_per_s": rate, **found}


class Bench:
    """A system of its own in a folder."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder, self._round, self._begun = folder, 0, int(time.time())
        self.vendor = database.partition(":")[0] or "sqlite"
        self._environment = os.environ | {
            "FENGQIAO_HOME": str(folder),
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "fengqiao.config.settings",
        }

    def call(self, *words: str) -> str:
        """One process to its end; what it said."""
        done = subprocess.run(
            [sys.executable, *words],
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def write(self, seconds: float, *, kills: int) -> float:
        """All writers and the sealer at work for so long; committed writes a second."""
        self._round += 1
        start = time.time() + 8  # until all have started
        writers = [self._writer(number, start, start + seconds) for number in range(WRITERS)]
        sealer = self._start("seal", start + seconds)
        time.sleep(max(start - time.time(), 0))
        for turn in range(kills):
            time.sleep(seconds / (kills + 1))
            killed = turn % WRITERS
            for process in (writers[killed], sealer):
                process.send_signal(signal.SIGKILL)
                process.wait()
            again = start + seconds
            writers[killed] = self._writer(WRITERS + turn, time.time(), again)
            sealer = self._start("seal", again)
        for process in (*writers, sealer):
            process.wait()
        files = self._folder.glob(f"noted-{self._round}-*")
        written = sum(len(file.read_text().split()) for file in files)
        return round(written / seconds, 1)

    def judged(self) -> dict[str, Any]:
        """What a fresh process finds."""
        import json

        return json.loads(self.call("-m", "bench.trail", "judge", str(self._folder)))

    def _writer(self, number: int, start: float, end: float) -> "subprocess.Popen[bytes]":
        note = self._folder / f"noted-{self._round}-{number}"
        return self._start("write", start, end, f"{ROW}{self._begun}-{self._round}-{number}-", note)

    def _start(self, *words: Any) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "bench.trail", *(str(word) for word in words)]
        return subprocess.Popen(command, env=self._environment)


def write(start: str, end: str, prefix: str, note: str) -> None:
    """Rows with their entries until the end; the name of each goes into the file after its commit."""
    from django.db import transaction

    from fengqiao.kernel.areas.models import Turn
    from fengqiao.kernel.audit.recording import record

    number = 0
    with Path(note).open("a", buffering=1) as noted:
        time.sleep(max(float(start) - time.time(), 0))
        while time.time() < float(end):
            number += 1
            name = f"{prefix}{number}"
            with transaction.atomic():
                Turn.objects.create(name=name)
                record(ACT, by=None, label=name, fields=["name", "phone"])
            noted.write(f"{name}\n")


def seal(end: str) -> None:
    """What a worker does beside."""
    from fengqiao.kernel.audit.sealing import seal as sealing

    while time.time() < float(end):
        sealing()
        time.sleep(0.2)


def judge(folder: str) -> None:
    """Seal the rest, verify, and compare rows, entries and notes."""
    import json

    from fengqiao.kernel.areas.models import Turn
    from fengqiao.kernel.audit.models import Entry, Link
    from fengqiao.kernel.audit.sealing import seal as sealing
    from fengqiao.kernel.audit.verifying import verify

    sealing()
    verdict = verify()
    rows = set(Turn.objects.filter(name__startswith=ROW).values_list("name", flat=True))
    entries = list(Entry.objects.filter(act=ACT).order_by().values_list("label", flat=True))
    noted = {name for file in Path(folder).glob("noted-*") for name in file.read_text().split()}
    found = {
        "written": len(rows),
        "lost": len(noted - rows) + len(rows ^ set(entries)) + len(entries) - len(set(entries)),
        "sealed": Link.objects.filter(entry__act=ACT).count(),
        "whole": verdict.whole,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    import django

    django.setup()
    {"write": write, "seal": seal, "judge": judge}[sys.argv[1]](*sys.argv[2:])
