"""Judges what the registers hold on a day, and keeps the judgement."""

from datetime import date
from typing import TYPE_CHECKING

from fengqiao.oversight.standards.keeping import keep
from fengqiao.oversight.standards.models import Judgement

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.rulebook.tables import Tables


def judge_and_keep(*, standard: str, on: date, by: "User | None") -> Judgement:
    """All offices of the registers by the edition in force on the day; InputRefused where none is."""
    from fengqiao.registers.organisations.tables import tables_on

    return keep_judged(standard, tables_on(on), by=by)


def keep_judged(standard: str, tables: "Tables", *, by: "User | None") -> Judgement:
    """The offices of these tables, judged and kept."""
    from fengqiao.rulebook.judge import judge
    from fengqiao.rulebook.packs import load
    from fengqiao.rulebook.rows import evidence

    edition = load(standard).edition_on(tables.on)
    judged = judge(edition, tables)
    return keep(judged, evidence(edition, tables), by=by, city=_city(tables))


def _city(tables: "Tables") -> str:
    """The division code of the one city that all offices are in; empty for several or none."""
    cities = {code[:4] for code in tables.offices["division"]}
    return f"{cities.pop()}00" if len(cities) == 1 else ""
