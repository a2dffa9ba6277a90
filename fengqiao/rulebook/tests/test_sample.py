import json
from datetime import date
from pathlib import Path

import pytest

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.roster import read

DATA = Path(__file__).parents[3] / "tests" / "data" / "roster"
EXPECTED = json.loads((DATA / "taizhou-sample.expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("day", sorted(EXPECTED))
def test_the_sample_city_is_judged_as_it_was_worked_out_apart(day: str) -> None:
    on = date.fromisoformat(day)
    roster = read(DATA / "taizhou-sample.xlsx")
    edition = load("taizhou-2021").edition_on(on)
    contract = judge(edition, roster.tables_on(on)).to_contract()
    found = {
        office["code"]: {
            "meets": office["meets"],
            "items": {item["id"]: item["verdict"] for item in office["items"]},
        }
        for office in contract["offices"]
    }
    assert found == EXPECTED[day]["offices"]
    assert contract["districts"] == EXPECTED[day]["districts"]
