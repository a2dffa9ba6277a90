"""What a judgement says as a whole."""

from dataclasses import replace
from fractions import Fraction

from fengqiao.rulebook.reports import summary
from fengqiao.rulebook.reports.columns import lack

from .making import area, judged, office, rooms, signage, small_city


def test_totals_count_unknown_neither_as_met_nor_as_unmet():
    total = summary.totals(small_city().offices)

    assert (total.offices, total.met, total.unmet, total.unknown) == (7, 2, 4, 1)
    assert total.rate == Fraction(2, 7)


def test_every_class_has_a_row_and_offices_without_a_class_are_told_apart():
    city = small_city()
    rows = summary.totals_by_size(city)

    assert {size: total.offices for size, total in rows.items()} == {
        "大型": 3,
        "中型": 2,
        "小型": 1,
    }
    assert rows["大型"].target == Fraction(9, 10)
    assert summary.unsized(city) == 1


def test_a_class_without_offices_has_no_rate():
    city = judged([office("01", size="大型")])

    assert summary.totals_by_size(city)["小型"].rate is None


def test_goals_count_rows_reached_and_offices_still_needed():
    goals = summary.goals(small_city().districts)

    # 海陵区: 大型 1 of 3 (90 %), 中型 0 of 1 (30 %), 小型 0 of 1 (10 %); 高港区: only 中型, 1 of 1.
    assert (goals.rows, goals.reached, goals.without_offices, goals.short_by) == (6, 3, 2, 4)


def test_what_is_short_of_a_share_is_said_in_points():
    item = replace(area("unmet"), unit="%", gap=0.01)
    assert lack(item).endswith("(差0.01个百分点)")
    assert lack(replace(item, unit="m²")).endswith("(差0.01m²)")


def test_items_are_ranked_by_how_many_offices_lack_them():
    items = summary.item_totals(small_city())
    lacked = summary.most_lacked(items)

    assert [(item.id, len(item.unmet)) for item in lacked] == [
        ("premises.area", 3),
        ("premises.signage", 2),
    ]
    assert lacked[0].applies == 7
    assert lacked[0].unmet_of("大型") == 2


def test_an_item_with_two_clauses_names_both():
    (rooms,) = [item for item in summary.item_totals(small_city()) if item.id.startswith("rooms")]

    assert rooms.clause == "3.1.b、3.1.c"


def test_a_clause_is_not_named_beside_its_parts():
    city = judged([office("01", rooms(clause="3.1.b")), office("02", rooms(clause="3.1"))])
    (found,) = summary.item_totals(city)

    assert found.clause == "3.1.b"


def test_districts_are_listed_by_their_division_codes():
    city = small_city()
    city.about = replace(city.about, districts=("高港区", "海陵区"))

    assert [row.district for row in summary.district_rows(city)] == ["高港区"] * 3 + ["海陵区"] * 3
    assert list(summary.by_district(city)) == ["高港区", "海陵区"]


def test_of_two_offices_with_as_many_unmet_items_the_one_that_lacks_less_is_nearer():
    less = replace(area("unmet"), actual=290, gap=10)
    city = judged([office("01", signage("unmet")), office("02", area("unmet")), office("03", less)])

    assert [one.code for one in summary.nearest(city)] == ["03", "02", "01"]


def test_unknown_items_are_ranked_apart():
    wanted = summary.most_unknown(summary.item_totals(small_city()))

    assert {item.id: [one.code for one in item.unknown] for item in wanted} == {
        "premises.area": ["04"],
        "rooms.publicity": ["03"],
    }


def test_the_nearest_offices_lack_least_and_undecided_ones_are_not_among_them():
    city = small_city()

    assert [one.code for one in summary.nearest(city)] == ["02", "07", "05", "03"]
    assert [one.code for one in summary.nearest(city, limit=1)] == ["02"]
    assert [one.code for one in summary.undecided(city)] == ["04"]


def test_of_two_offices_with_as_many_unmet_items_the_better_known_one_is_nearer():
    city = judged(
        [office("01", area("unmet"), signage("unknown")), office("02", area("unmet"), signage())]
    )

    assert [one.code for one in summary.nearest(city)] == ["02", "01"]
