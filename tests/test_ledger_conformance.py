"""The sample ledger, taken in for the offices of the sample roster, gives the figures of the contract."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from fengqiao.kernel.imports.registry import importers
from fengqiao.kernel.imports.taking import planned_turn
from fengqiao.kernel.indicators.exports import as_json
from fengqiao.kernel.indicators.figures import figures
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import indicators

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "ledger" / "sample.expected.json").read_text("utf-8"))


def take_in(kind: str, file: Path, on: date) -> None:
    importer = importers[kind]
    given = {"name": file.name, "on": on, "skip_bad_rows": False, "by": None}
    with planned_turn(importer.turn, lambda: importer.plan(file, **given)) as plan:
        importer.apply(plan, by=None)


def by_key(found: list[dict]) -> dict[tuple, tuple]:
    keyed = {
        (one["id"], *one["scope"].values(), *one["by"].items()): (one["of"], one["among"])
        for one in found
    }
    assert len(keyed) == len(found)
    return keyed


@pytest.mark.django_db
def test_the_sample_gives_just_the_figures_that_are_expected():
    take_in("roster", DATA / "roster" / "taizhou-sample.xlsx", date(2021, 12, 31))
    take_in("disputes", DATA / "ledger" / "sample.xlsx", timezone.localdate())
    own = [one for one in indicators() if not one.beside]
    for days, expected in EXPECTED.items():
        period = Period(*map(date.fromisoformat, days.split("..")))
        out = io.StringIO()
        as_json(figures(own, period), period, out)
        answer = json.loads(out.getvalue())
        assert (answer["from"], answer["to"]) == tuple(days.split(".."))
        assert by_key(answer["figures"]) == by_key(expected)
