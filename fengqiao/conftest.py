"""The cast and the helpers that every test may use."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fengqiao.config.home import ROOT
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User

PASSWORD = "correct-horse"  # noqa: S105
ROLES = {
    "clerk": Role.ASSISTANT,
    "director": Role.DIRECTOR,
    "bureau": Role.DISTRICT_BUREAU,
    "city": Role.CITY_BUREAU,
}


class Cast(NamedTuple):
    """Who plays in the tests, each in the whole of a small world; where areas matter, a test says
    which. The outsider of a test is `client`: nobody signed in."""

    clerk: User
    director: User
    bureau: User
    city: User
    leaver: User  # an account that was closed


@pytest.fixture
def cast(db: None) -> Cast:
    names = {
        "clerk": "许晓燕",
        "director": "陆建国",
        "bureau": "沈明远",
        "city": "顾文澜",
        "leaver": "钱守义",
    }
    users = {
        username: User.objects.create_user(username, PASSWORD, name=name)
        for username, name in names.items()
    }
    for username, role in ROLES.items():
        users[username].grants.create(role=role, begins_on=date(2020, 1, 1))
    users["leaver"].is_active = False
    users["leaver"].save()
    return Cast(**users)


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """A client in which the user is signed in: `sign_in(cast.clerk).get(...)`."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def clerk_client(cast: Cast, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(cast.clerk)


@pytest.fixture
def city_client(cast: Cast, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(cast.city)


@pytest.fixture
def queries(db: None) -> Callable[[Callable[[], object]], list[str]]:
    """The statements that a call sends: `len(queries(lambda: client.get(url))) <= 6`."""

    def captured(call: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as context:
            call()
        return [query["sql"] for query in context.captured_queries]

    return captured


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Puts a SQLite database into a home that `migrate` made, but for its keys. To make it takes ten
    times as long as all else that a command does, so it is made once."""
    made, name = tmp_path_factory.mktemp("migrated"), "fengqiao.sqlite3"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FENGQIAO_HOME": str(made)}
    command = [sys.executable, "-P", "-m", "fengqiao.config.cli", "migrate"]
    subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - ours
    with closing(sqlite3.connect(made / name)) as database, database:
        database.execute("DELETE FROM crypto_keycheck")

    def put(home: Path) -> None:
        shutil.copyfile(made / name, home / name)

    return put
