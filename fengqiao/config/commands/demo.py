"""Fills a trial with the demo city: accounts, offices with a past, and a judgement of each of its days."""

import argparse
import json
import tempfile
from datetime import date
from pathlib import Path

from fengqiao.config.console import tell

HELP = "建立演示城市和演示账号"
DJANGO = True
STANDARD = "taizhou-2021"
ADMINISTRATOR = "quguan"  # of the district, who makes accounts
CLASSIFIER = "shiju"  # the bureau that confirms classes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The same city each time, and a second time changes nothing."""
    parser.add_argument("what", nargs="?", choices=["city", "accounts"], default="city")
    parser.add_argument("--json", action="store_true", help="只列出演示账号")


def run(args: argparse.Namespace) -> int:
    """Make the city, or only name its accounts."""
    return list_accounts(as_json=args.json) if args.what == "accounts" else make_city()


def list_accounts(*, as_json: bool) -> int:
    """The accounts of the demo: for a person a line each, for a program an array."""
    from fengqiao.kernel.accounts.demo import ACCOUNTS

    if as_json:
        contract = [account.as_contract() for account in ACCOUNTS]
        print(json.dumps(contract, ensure_ascii=False, indent=1))
        return 0
    for account in ACCOUNTS:
        print(f"{account.username}  {account.password}  {account.role.label}  {account.name}")
    return 0


def make_city() -> int:
    """Everything goes in through the doors that a bureau uses: import, classes, judgement."""
    from fengqiao.duties.disputes.seeds import make_disputes
    from fengqiao.kernel.accounts.demo import make_demo_accounts
    from fengqiao.oversight.standards.judging import judge_and_keep
    from fengqiao.oversight.standards.models import Judgement
    from fengqiao.registers.mediation.seeds import make_bodies
    from fengqiao.registers.organisations.seeds import DAYS
    from fengqiao.registers.people.seeds import make_people

    for day in DAYS:
        if not Judgement.objects.filter(standard=STANDARD, on=day).exists():
            tell(f"正在建立演示城市:{day.isoformat()}")
            _import(day)
            make_demo_accounts()
            _confirm_classes(day)
            judge_and_keep(standard=STANDARD, on=day, by=None)
    make_demo_accounts()
    make_people()
    _bind_accounts()
    make_bodies()
    make_disputes()
    print("演示账号:")
    return list_accounts(as_json=False)


def _bind_accounts() -> None:
    from fengqiao.kernel.accounts.demo import ACCOUNTS
    from fengqiao.kernel.accounts.models import User
    from fengqiao.registers.organisations.seed_accounts import bind_accounts

    admin = User.objects.get(username=ADMINISTRATOR)
    bind_accounts([account.username for account in ACCOUNTS], admin)


def _import(day: date) -> None:
    from fengqiao.kernel.areas.turns import turn
    from fengqiao.kernel.imports.registry import importers
    from fengqiao.registers.organisations.seeds import settle_places, write_roster

    roster = importers["roster"]
    with tempfile.TemporaryDirectory() as folder, turn(roster.turn):
        path = Path(folder) / f"演示名册{day.isoformat()}.xlsx"
        write_roster(path, day)
        plan = roster.plan(path, name=path.name, on=day, skip_bad_rows=False, by=None)
        roster.apply(plan, by=None)
        settle_places()


def _confirm_classes(day: date) -> None:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.registers.organisations.seed_classes import confirm_classes

    confirm_classes(day, User.objects.get(username=CLASSIFIER))
