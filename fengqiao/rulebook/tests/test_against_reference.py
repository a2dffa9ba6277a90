from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.tables import Tables
from fengqiao.rulebook.tests import reference
from fengqiao.rulebook.tests.reference import Office
from fengqiao.rulebook.tests.rosters import rosters

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=120, suppress_health_check=SLOW)
@given(rosters())
def test_every_item_of_every_office_is_judged_as_the_table_of_the_contract_says(
    roster: tuple[list[Office], Tables],
) -> None:
    offices, tables = roster
    contract = judge(load("taizhou-2021").edition_on(tables.on), tables).to_contract()
    assert [one["code"] for one in contract["offices"]] == [one.row["code"] for one in offices]
    for office, result in zip(offices, contract["offices"], strict=True):
        expected = reference.judged(office)
        assert {item["id"]: item["verdict"] for item in result["items"]} == {
            name: found.verdict for name, found in expected.items()
        }
        for item in result["items"]:
            assert numbers(item) == told(expected[item["id"]])
            assert item["clause"] == reference.clause(item["id"], office.size)
            assert item["why"].endswith("。")
        assert result["meets"] == reference.meets(office)
    assert contract["districts"] == reference.districts(offices, tables.on)


def numbers(item: dict[str, Any]) -> tuple[Any, ...]:
    return tuple((type(item[key]) is bool, item[key]) for key in ("actual", "required", "gap"))


def told(found: reference.Found) -> tuple[Any, ...]:
    gap = found.gap
    if isinstance(gap, float):
        gap = float(Fraction(str(found.required)) - Fraction(str(found.actual)))
    return tuple((type(value) is bool, value) for value in (found.actual, found.required, gap))
