"""Keys of their own for every test, and processes that share its database."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from fengqiao.kernel.crypto import keyfile
from fengqiao.kernel.crypto.ring import ring


@pytest.fixture(autouse=True)
def key_file(tmp_path, settings, monkeypatch):
    """The file of the first keys, as `migrate` makes it."""
    monkeypatch.delenv(keyfile.VARIABLE, raising=False)
    settings.HOME = tmp_path
    settings.KEY_FILE = str(tmp_path / "keys.json")
    settings.KEY_FILE_NAMED = False
    ring.forget()
    keyfile.make_first()
    yield tmp_path / "keys.json"
    ring.forget()


@pytest.fixture
def stored(db):
    """What really stands in a column of a table, row after row."""

    def read(table, column):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT "{column}" FROM "{table}" ORDER BY id')
            return [row[0] for row in cursor.fetchall()]

    return read


@pytest.fixture
def environment(tmp_path):
    """The test's PostgreSQL, or a SQLite file of its own; keys in the same home."""
    found = os.environ | {
        "FENGQIAO_HOME": str(tmp_path),
        "PYTHONPATH": str(settings.BASE_DIR),
        "DJANGO_SETTINGS_MODULE": "tests.drawer.settings",
        "DATABASE_URL": "",
    }
    if connection.vendor == "postgresql":
        to = connection.settings_dict
        password = f":{to['PASSWORD']}" if to["PASSWORD"] else ""
        address = f"{to['USER']}{password}@{to['HOST']}:{to['PORT']}/{to['NAME']}"
        found["DATABASE_URL"] = f"postgres://{address}"
    return found


@pytest.fixture
def command(environment, key_file, request):
    """Runs a command to its end and holds it to its status; what it said."""
    key_file.unlink()
    if connection.vendor == "sqlite":
        request.getfixturevalue("migrated")(key_file.parent)

    def run(*words, status=0, **more):
        done = subprocess.run(
            [sys.executable, "-m", "fengqiao.config.cli", *words],
            env=environment | more,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done

    return run


@pytest.fixture
def script(environment):
    """Runs lines of Python with the drawer at hand; what they printed."""

    def run(lines, *words):
        head = "import django\ndjango.setup()\nfrom tests.drawer.models import *\n"
        return subprocess.check_output(
            [sys.executable, "-c", head + lines, *words], env=environment, text=True
        )

    return run
