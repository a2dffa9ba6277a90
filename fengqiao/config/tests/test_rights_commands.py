"""What checks from outside read of rights: every address, and the accounts of the demo."""

import json
from collections import Counter

from fengqiao.config.commands import demo, urls
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import OWN, PUBLIC, TABLES


def said(command, capsys, *words):
    parser = command.argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args(words)) == 0
    return capsys.readouterr().out


def test_every_address_is_listed_with_its_methods_and_a_right_that_exists(capsys):
    rows = json.loads(said(urls, capsys, "--json"))
    assert {"pattern", "name", "methods", "right"} == set(rows[0])
    assert {row["right"] for row in rows} <= {PUBLIC, OWN, *TABLES.rights}
    by_name = {row["name"]: row for row in rows}
    assert by_name["organisations:class"] == {
        "pattern": "/organisations/offices/<int:pk>/class/",
        "name": "organisations:class",
        "methods": ["GET", "HEAD", "POST"],
        "right": "organisations.classify",
    }
    assert by_name["account_login"]["right"] == "public"


def test_addresses_for_a_person_are_a_line_each(capsys):
    assert "/jobs/  GET/HEAD  own" in said(urls, capsys).splitlines()


def test_the_demo_has_every_role_and_two_clerks_in_two_districts(capsys):
    rows = json.loads(said(demo, capsys, "accounts", "--json"))
    assert {"username", "password", "roles", "area"} == set(rows[0])
    roles = Counter(role for row in rows for role in row["roles"])
    assert set(roles) == {str(role.label) for role in Role}
    clerks = {row["area"][:6] for row in rows if "司法助理员" in row["roles"]}
    assert len(clerks) == 2
