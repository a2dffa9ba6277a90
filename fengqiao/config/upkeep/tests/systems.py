"""Whole systems of a test: a home and a database of their own, run by the command line."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg import sql

from fengqiao.config.home import ROOT

DJANGO = "import django\ndjango.setup()\n"


class System:
    """On the database that this run of the tests uses."""

    def __init__(self, home: Path, like: "System | None" = None) -> None:
        self.home = home
        if like:
            shutil.copytree(like.home, home)
        else:
            home.mkdir()
        self.database = "" if on_sqlite() else f"upkeep_{uuid4().hex[:12]}"
        self.make_database(like.database if like else "template1")

    def make_database(self, like: str = "template1") -> None:
        if self.database:
            self._administer("CREATE DATABASE {} TEMPLATE {}", like)

    def destroy(self) -> None:
        """The machine is gone: home and database."""
        shutil.rmtree(self.home)
        self.drop_database()
        self.home.mkdir()

    def drop_database(self) -> None:
        if self.database:
            self._administer("DROP DATABASE IF EXISTS {} WITH (FORCE)")

    def _administer(self, statement: str, *names: str) -> None:
        wanted = sql.SQL(statement).format(*map(sql.Identifier, [self.database, *names]))
        with psycopg.connect(f"{server()}/postgres", autocommit=True) as administrator:
            administrator.execute(wanted)

    @property
    def environment(self) -> dict[str, str]:
        found = {key: value for key, value in os.environ.items() if not key.startswith("FENGQIAO")}
        return found | {
            "FENGQIAO_HOME": str(self.home),
            "DATABASE_URL": f"{server()}/{self.database}" if self.database else "",
            "DJANGO_SETTINGS_MODULE": "fengqiao.config.settings",
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *words: object, status: int = 0, **more: Any) -> str:
        """A command, held to its status; what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "fengqiao.config.cli", *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            **more,
        )
        assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def script(self, lines: str) -> Any:
        """Lines of Python inside the system; what they printed, as JSON."""
        command = [sys.executable, "-c", DJANGO + lines]
        said = subprocess.check_output(command, env=self.environment, text=True)
        return json.loads(said) if said else None

    def start(self, lines: str) -> "subprocess.Popen[str]":
        """A process that goes on until it is stopped."""
        command = [sys.executable, "-c", DJANGO + lines]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)


def on_sqlite() -> bool:
    return "sqlite3" in settings.DATABASES["default"]["ENGINE"]


def server() -> str:
    to = settings.DATABASES["default"]
    password = f":{to['PASSWORD']}" if to["PASSWORD"] else ""
    return f"postgres://{to['USER']}{password}@{to['HOST']}:{to['PORT']}"


def stop(process: "subprocess.Popen[str]") -> None:
    """As a power cut does."""
    process.kill()
    with suppress(OSError):
        process.communicate()
