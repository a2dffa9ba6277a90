"""The sample roster taken into the database is judged there exactly as from the file."""

from datetime import date
from pathlib import Path

import pytest

from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.imports.registry import importers
from fengqiao.registers.organisations.tables import tables_on
from fengqiao.rulebook import roster
from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.packs import load

SAMPLE = Path(__file__).parent / "data" / "roster" / "taizhou-sample.xlsx"
DAYS = [date(2021, 12, 31), date(2023, 6, 30)]


@pytest.mark.django_db
def test_the_sample_is_judged_from_the_database_as_from_the_file():
    importer = importers["roster"]
    with turn(importer.turn):
        plan = importer.plan(SAMPLE, name=SAMPLE.name, on=DAYS[0], skip_bad_rows=False, by=None)
        importer.apply(plan, by=None)
    read = roster.read(SAMPLE)
    for day in DAYS:
        edition = load("taizhou-2021").edition_on(day)
        stored, given = judge(edition, tables_on(day)), judge(edition, read.tables_on(day))
        assert stored.to_contract() == given.to_contract()
