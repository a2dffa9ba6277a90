"""Every address asked by every role, in his own area, in another, and above: what the tables in
`matrix/` say is what is answered. `matrix/__init__.py` says how to add an address."""

from functools import cache

import pytest

from fengqiao.kernel.accounts.addresses import Address, addresses
from fengqiao.kernel.accounts.gates import READ
from fengqiao.kernel.accounts.rights import PUBLIC, TABLES, Reach
from fengqiao.rulebook.reports import printing
from tests.manners.matrix.asked import AppModule, Asking
from tests.manners.matrix.grid import (
    COLUMNS,
    NOBODY,
    Line,
    all_lines,
    lines_of,
    listing,
    tables,
)
from tests.manners.matrix.world import OTHER, make_world

LET_IN = (200, 302, 400)  # 400: the form was looked at and found wanting


def app_of(address: Address) -> str:
    """The table in which the address belongs: its namespace, else the first word of its path."""
    space = address.name.partition(":")[0] if ":" in address.name else ""
    return space or address.pattern.strip("/").partition("/")[0]


def methods(address: Address) -> list[str]:
    """What is asked: reading and writing; HEAD is answered as GET."""
    named = ["GET" if set(address.methods) & set(READ) else "", *address.methods]
    return sorted({method for method in named if method and method != "HEAD"})


@cache
def wanted() -> list[tuple[str, str, str, str]]:
    """(app, address, method, place) of everything that must stand in a table."""
    return list(_wanted())


def _wanted():
    for address in addresses():
        app = app_of(address)
        for method in methods(address):
            for place in AppModule(app).places(address.name):
                yield app, address.name, method, place


def rights_of_addresses() -> dict[str, str]:
    return {address.name: str(address.right) for address in addresses()}


def test_every_address_stands_in_a_table():
    known = {line[:4] for line in all_lines()}
    missing = [
        f"add to tests/manners/matrix/{app}.txt: {address} {method} {place}"
        for app, address, method, place in wanted()
        if (app, address, method, place) not in known
    ]
    assert missing == [], "\n".join(["", *missing, "how: tests/manners/matrix/__init__.py"])


def test_the_tables_name_nothing_that_is_gone():
    known = set(wanted())
    assert [line.written() for line in all_lines() if line[:4] not in known] == []


def apps():
    return sorted({*tables(), *(app_of(address) for address in addresses())})


def asked(app) -> list[Line]:
    """The lines of the table, and those that it lacks."""
    lines = list(lines_of(app))
    known = {line[:4] for line in lines}
    missing = [row for row in wanted() if row[0] == app and row not in known]
    return [*lines, *(Line(*row, codes=()) for row in missing)]


@pytest.fixture(autouse=True)
def each_paper_is_drawn_once(monkeypatch):
    """For all roles that get the same one."""
    monkeypatch.setattr(printing, "pdf_of", cache(printing.pdf_of))


@pytest.mark.parametrize("app", apps())
def test_every_role_gets_the_answers_of_the_table(app, db, settings, tmp_path):
    settings.HOME = tmp_path
    asking = Asking(app, make_world())
    differing = [
        (line, answered)
        for line in asked(app)
        if (answered := line._replace(codes=asking.answers(line))) != line
    ]
    assert differing == [], "\n".join(
        [
            "",
            f"tests/manners/matrix/{app}.txt says (no codes: the line is missing):",
            listing(line for line, _ in differing),
            "answered was:",
            listing(answered for _, answered in differing),
        ]
    )


def cells(lines: list[Line]):
    """Each line with each of its roles and the code."""
    for line in lines:
        for (column, role), code in zip(COLUMNS.items(), line.codes, strict=True):
            yield line, column, role, code


def test_nobody_is_let_in_without_the_right_that_the_address_names():
    rights = rights_of_addresses()
    let_in = [
        (line.address, line.method, line.place, column)
        for line, column, role, code in cells(all_lines())
        if rights.get(line.address) in TABLES.rights
        and code in LET_IN
        and role
        and role not in TABLES.rights[rights[line.address]].roles
    ]
    assert let_in == []


def test_without_sign_in_only_public_addresses_open():
    rights = rights_of_addresses()
    opened = [
        (line.address, line.method, line.place)
        for line, column, _role, code in cells(all_lines())
        if column == NOBODY and rights.get(line.address) != PUBLIC and code not in (302, 401)
    ]
    assert opened == []


def everywhere(role) -> bool:
    """Whether any table lets the role reach over the whole system."""
    return any(right.roles.get(role) is Reach.EVERYWHERE for right in TABLES.rights.values())


def test_a_record_of_another_area_is_there_for_nobody_but_who_reaches_everywhere():
    shown = [
        (line.address, line.method, column)
        for line, column, role, code in cells(all_lines())
        if line.place == OTHER and role and code not in (403, 404) and not everywhere(role)
    ]
    assert shown == []
