"""A copy of the database is looked through before it takes the place of the live one."""

import sqlite3
from contextlib import closing

import pytest

from fengqiao.config.upkeep.engines.sqlite import refuse_unreadable
from fengqiao.lib.faults import InputRefused


@pytest.fixture
def copied(tmp_path):
    """A table whose constraint calls a function that Django gives to its connections."""

    def made(year):
        path = tmp_path / "copy.sqlite3"
        with closing(sqlite3.connect(path)) as database, database:
            database.create_function(
                "django_date_extract", 2, lambda _part, _day: 2026, deterministic=True
            )
            database.execute(
                "CREATE TABLE paper (year int, day date, CHECK (year = django_date_extract('year', day)))"
            )
            database.execute("PRAGMA ignore_check_constraints = ON")
            database.execute("INSERT INTO paper VALUES (?, '2026-12-01')", [year])
        return path

    return made


def test_constraints_with_functions_of_django_are_read(copied):
    refuse_unreadable(copied(2026))


def test_a_row_against_its_constraint_is_found(copied):
    with pytest.raises(InputRefused, match="读不通"):
        refuse_unreadable(copied(2025))
