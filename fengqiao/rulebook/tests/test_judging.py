from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.results import DistrictResult, ItemResult
from fengqiao.rulebook.tables import Source, Tables

TablesOf = Callable[..., Tables]


def item(edition: Edition, tables: Tables, name: str) -> ItemResult:
    [office] = judge(edition, tables).offices
    return next(found for found in office.items if found.id == name)


def test_a_column_that_was_not_given_is_not_known(edition: Edition) -> None:
    bare = pl.DataFrame({"code": ["1"], "name": ["所"], "district": ["区"], "kind": ["乡镇"]})
    staff = pl.DataFrame({"office": ["1"], "category": ["专职调解员"]})
    tables = Tables(on=date(2021, 12, 31), offices=bare, staff=staff)
    assert item(edition, tables, "service.satisfaction").verdict == "unknown"
    assert item(edition, tables, "staff.trained").verdict == "unknown"
    # Without the column nobody has a post: there is no director, which is known.
    assert item(edition, tables, "staff.director_establishment").verdict == "unmet"


def test_columns_that_nobody_asked_for_do_no_harm(edition: Edition, tables: TablesOf) -> None:
    given = tables({"satisfaction": 95.0})
    given.offices = given.offices.with_columns(
        pl.lit("x").alias("meets"), pl.lit(1).alias("__rows")
    )
    assert item(edition, given, "service.satisfaction").verdict == "met"


def test_whole_numbers_where_measures_are_expected_are_taken(edition: Edition) -> None:
    offices = pl.DataFrame(
        {"code": ["1"], "name": ["所"], "district": ["区"], "kind": ["街道"], "size": ["小型"]}
    ).with_columns(floor_area=pl.lit(150, pl.Int32))
    tables = Tables(on=date(2021, 12, 31), offices=offices)
    assert item(edition, tables, "premises.area").verdict == "met"


def test_a_double_that_is_no_number_is_not_known(edition: Edition, tables: TablesOf) -> None:
    found = item(edition, tables({"satisfaction": float("nan")}), "service.satisfaction")
    assert (found.verdict, found.actual) == ("unknown", None)


def test_gaps_carry_no_dirt_and_never_vanish(edition: Edition, tables: TablesOf) -> None:
    area = {"size": "大型", "kind": "街道"}
    dirty = item(edition, tables(area | {"floor_area": 260.4}), "premises.area")
    assert (dirty.actual, dirty.required, dirty.gap) == (260.4, 300, 39.6)
    close = item(edition, tables(area | {"floor_area": 299.99999999999994}), "premises.area")
    assert close.verdict == "unmet"
    assert close.gap
    assert isinstance(item(edition, tables(area | {"floor_area": 260.0}), "premises.area").gap, int)


def test_staff_of_offices_that_are_not_listed_count_nowhere(
    edition: Edition, tables: TablesOf
) -> None:
    stranger = {"office": "999", "category": "专职调解员", "trained": False}
    assert item(edition, tables(staff=[stranger]), "staff.trained").actual == 0


def test_offices_stand_in_the_order_of_their_code_points(
    edition: Edition, tables: TablesOf
) -> None:
    codes = ["b", "𠮷", "10", "a", "乙", "9"]
    given = tables(*({"code": code, "district": f"{code}区"} for code in codes))
    judgement = judge(edition, given)
    assert [office.code for office in judgement.offices] == sorted(codes)
    assert [one.district for one in judgement.districts][::3] == sorted(f"{c}区" for c in codes)
    assert [one.size for one in judgement.districts][:3] == ["大型", "中型", "小型"]


def test_an_office_without_class_is_in_no_row_but_its_district_is_listed(
    edition: Edition, tables: TablesOf
) -> None:
    rows = judge(edition, tables()).districts
    assert [(row.offices, row.rate, row.reached, row.short_by) for row in rows] == [
        (0, None, True, 0)
    ] * 3


def test_rates_are_exact_at_the_border() -> None:
    row = DistrictResult("区", "大型", offices=10, met=9, unknown=1, target=Fraction(9, 10))
    assert (row.rate, row.reached, row.short_by) == (Fraction(9, 10), True, 0)
    row = DistrictResult("区", "大型", offices=11, met=9, unknown=0, target=Fraction(9, 10))
    assert (row.reached, row.short_by) == (False, 1)
    row = DistrictResult("区", "小型", offices=3, met=0, unknown=0, target=Fraction(1, 10))
    assert (row.reached, row.short_by) == (False, 1)


def test_each_fact_says_its_value_and_where_it_comes_from(
    edition: Edition, tables: TablesOf
) -> None:
    given = tables({"floor_area": 210.0}, staff=[{"category": "专职调解员", "trained": True}])
    roster, found = Source("reported", "名册", None), Source("found", "实地检查", given.on)
    given.sources = {"offices": roster, "staff": roster, ("001", "floor_area"): found}
    facts = judge(edition, given).office("001").facts
    area, trained, rooms = facts["floor_area"], facts["trained"], facts["room_publicity"]
    assert (area.value, area.unit, area.source) == (210, "m²", found)
    assert (trained.value, trained.among, trained.source) == (1, 1, roster)
    assert (facts["staff_total"].value, facts["staff_total"].source) == (1, roster)
    assert (rooms.value, rooms.source) == (None, None)


def test_the_judgement_file_has_its_keys_in_order(edition: Edition, tables: TablesOf) -> None:
    contract: dict[str, Any] = judge(edition, tables({"size": "小型"})).to_contract()
    assert list(contract) == ["standard", "edition", "as_of", "offices", "districts"]
    [office] = contract["offices"]
    assert list(office) == ["code", "name", "district", "kind", "size", "meets", "items"]
    keys = ["id", "clause", "verdict", "actual", "required", "gap", "unit", "why"]
    assert {tuple(found) for found in office["items"]} == {tuple(keys)}
    assert list(contract["districts"][0]) == [
        *("district", "size", "offices", "met", "unknown"),
        *("rate", "target", "reached", "short_by"),
    ]


def test_a_list_that_is_not_known_of_one_office_is_unknown_for_that_one_alone(
    edition: Edition, tables: TablesOf
) -> None:
    offices = ({"code": "001"}, {"code": "002", "correction_persons": 0})
    given = tables(*offices, rooms=[{"office": "001", "room": "法律援助工作站"}], staff=[])
    given.unlisted = {"rooms": frozenset({"002"}), "staff": frozenset({"002"})}
    listed, unlisted = judge(edition, given).offices
    verdicts = [
        {found.id: found.verdict for found in office.items} for office in (listed, unlisted)
    ]
    assert [one["rooms.mediation_committee"] for one in verdicts] == ["unmet", "unknown"]
    assert [one["staff.director_establishment"] for one in verdicts] == ["unmet", "unknown"]
    assert verdicts[1]["staff.correction_ratio"] == "met"
