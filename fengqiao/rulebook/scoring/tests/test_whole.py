"""What an office earns as a whole: sections, what does not apply, bonus, veto, grade, place, money."""

from collections.abc import Callable
from typing import Any

import pytest

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.results import Scored
from fengqiao.rulebook.tables import Tables

Little = Callable[..., Edition]
TablesOf = Callable[..., Tables]
HEAD = "{grain: 0.1, full: FULL, rounding: half_up, not_applicable: NOT"
FACTS = """
facts:
  size: {label: 分类, column: size}
  kind: {label: 类型, column: kind}
  number: {label: 数, column: satisfaction}
  whole: {label: 整数, column: disputes}
  a: {label: 甲, column: independent}
  b: {label: 乙, column: signage}
"""


def edition_with(
    little: Little, items: str, scoring: str = "", full: int = 100, instead: str = "full"
) -> Edition:
    head = HEAD.replace("FULL", str(full)).replace("NOT", instead)
    lines = "".join(
        f"  - {{{line}, title: 条, wording: plain}}\n" for line in items.strip().splitlines()
    )
    return little(f"scoring: {head}{scoring}}}\n{FACTS}items:\n{lines}")


def scored(edition: Edition, tables: Tables, code: str = "001") -> Scored:
    found = judge(edition, tables).office(code).scored
    assert found is not None
    return found


MARK = 'id: it, clause: "1", rule: {yes: a}, points: {full: 100, mark: number}'
GRADES = (
    ", grades: [{grade: 优秀, from: 90}, {grade: 良好, from: 80, needs: {yes: b}}, "
    "{grade: 合格, above: 60}], ungraded: 不合格"
)


@pytest.mark.parametrize(
    ("score", "b", "grade"),
    [
        (90.0, None, "优秀"),
        (89.9, True, "良好"),
        (89.9, False, "合格"),
        (89.9, None, None),
        (79.9, None, "合格"),
        (60.1, True, "合格"),
        (60.0, True, "不合格"),
        (None, True, None),
    ],
)
def test_a_grade_takes_its_score_and_its_rule(
    score: float | None, b: bool | None, grade: str | None, little: Little, tables: TablesOf
) -> None:
    found = scored(
        edition_with(little, MARK, GRADES), tables({"satisfaction": score, "signage": b})
    )
    assert found.grade == grade


VETO = f'{MARK}\nid: veto, clause: "1", rule: {{no: b}}, veto: '


@pytest.mark.parametrize(
    ("veto", "b", "expected"),
    [
        ("{grade: 合格}", True, ("95", "合格", ["veto"])),
        ("{grade: 合格}", False, ("95", "优秀", [])),
        ("{grade: 合格}", None, ("95", None, [])),
        ("{zero: score}", True, ("0", "不合格", ["veto"])),
        ("{zero: it}", True, ("0", "不合格", ["veto"])),
        ("{effect: 申请不予受理}", True, ("95", "优秀", ["veto"])),
        ("{when: met, grade: 不合格}", False, ("95", "不合格", ["veto"])),
    ],
)
def test_a_veto_does_what_it_names(
    veto: str, b: bool | None, expected: tuple[Any, ...], little: Little, tables: TablesOf
) -> None:
    found = scored(
        edition_with(little, VETO + veto, GRADES), tables({"satisfaction": 95.0, "signage": b})
    )
    assert (found.score, found.grade, found.vetoes) == expected


def test_a_veto_never_lifts_a_grade(little: Little, tables: TablesOf) -> None:
    edition = edition_with(little, VETO + "{grade: 合格}", GRADES)
    assert scored(edition, tables({"satisfaction": 50.0, "signage": True})).grade == "不合格"


TWO = (
    'id: one, clause: "1", rule: {yes: a}, points: {full: 60}\n'
    'id: two, clause: "1", rule: {yes: b}, applies: {size: 大型}, points: {full: 40}'
)


@pytest.mark.parametrize(
    ("instead", "size", "score"),
    [
        ("full", "小型", "100"),
        ("zero", "小型", "60"),
        ("left_out", "小型", "100"),
        ("left_out", "大型", "60"),
        ("full", None, None),
    ],
)
def test_what_does_not_apply_counts_as_the_pack_says(
    instead: str, size: str | None, score: str | None, little: Little, tables: TablesOf
) -> None:
    office = {"size": size, "independent": True, "signage": False}
    assert scored(edition_with(little, TWO, instead=instead), tables(office)).score == score


def test_what_is_left_out_is_made_up_for_by_the_rest(little: Little, tables: TablesOf) -> None:
    items = TWO.replace("points: {full: 60}", "points: {full: 60, mark: number}")
    edition = edition_with(little, items, instead="left_out")
    assert scored(edition, tables({"size": "小型", "satisfaction": 20.0})).score == "33.3"


def test_halves_of_a_year_count_by_their_weight(little: Little, tables: TablesOf) -> None:
    written = """
scoring: {grain: 0.01, full: 100, rounding: half_up, not_applicable: full}
facts:
  first: {label: 上半年, given: {}}
  second: {label: 下半年, given: {}}
items:
  - id: one
    clause: "7"
    title: 条
    wording: plain
    rule: {at_least: {fact: first, value: 1}}
    points: {full: 100, mark: first}
  - id: two
    clause: "8"
    title: 条
    wording: plain
    rule: {at_least: {fact: second, value: 1}}
    points: {full: 100, mark: second}
"""
    sections = (
        'sections: {"1": 一节, "7": {title: 上半年, weight: 40}, "8": {title: 下半年, weight: 60}}'
    )
    edition = little(written, sections)
    facts = [{"fact": "first", "value": 93.27}, {"fact": "second", "value": 88.41}]
    assert scored(edition, tables(facts=facts)).score == "90.36"  # 37.308 -> 37.31, 53.046 -> 53.05


BONUS = f"{MARK}\n" + "\n".join(
    f'id: {name}, clause: "1", rule: {{yes: a}}, '
    f"points: {{full: {full}, bonus: true, earned: [{{fact: whole, points: 3}}]}}"
    for name, full in (("first", 10), ("second", 6))
)


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ("", "106"),
        (", bonus: {most: 5}", "105"),
        (", bonus: {takes: highest}", "103"),
        (", bonus: {most: 2, takes: highest}", "102"),
    ],
)
def test_a_bonus_stands_beside_full_marks(
    told: str, score: str, little: Little, tables: TablesOf
) -> None:
    found = scored(
        edition_with(little, BONUS, told), tables({"satisfaction": 100.0, "disputes": 1})
    )
    assert (found.score, found.full) == (score, "100")


def cohort(
    little: Little, tables: TablesOf, told: str, *scores: tuple[str | None, float | None]
) -> Judgement:
    offices = [
        {"code": f"{at:03}", "size": size, "satisfaction": score}
        for at, (size, score) in enumerate(scores)
    ]
    return judge(edition_with(little, MARK, GRADES + told), tables(*offices))


def test_places_are_shared_and_only_among_their_like(little: Little, tables: TablesOf) -> None:
    scores = [
        ("大型", 90.0),
        ("大型", 95.0),
        ("大型", 90.0),
        ("大型", 70.0),
        ("小型", 61.0),
        ("大型", None),
        (None, 99.0),
    ]
    found = cohort(little, tables, ", ranking: {among: [size]}", *scores)
    assert [office.scored and office.scored.rank for office in found.offices] == [
        2,
        1,
        2,
        4,
        1,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("quota", "grades"),
    [
        ("first: 2", ["优秀", "优秀", "合格", "合格", "合格"]),
        ("first: 3", ["优秀", "优秀", "合格", "合格", "合格"]),
        ("first: 4", ["优秀", "优秀", "优秀", "优秀", "合格"]),
        ("percent: 40", ["优秀", "优秀", "合格", "合格", "合格"]),
        ("percent: 39.9", ["优秀", "合格", "合格", "合格", "合格"]),
        ("first: 0", ["合格"] * 5),
    ],
)
def test_a_quota_bounds_a_grade_and_a_tie_across_it_stays_outside(
    quota: str, grades: list[str], little: Little, tables: TablesOf
) -> None:
    told = f", ranking: {{quotas: [{{grade: 优秀, beyond: 合格, {quota}}}]}}"
    scores = [(None, score) for score in (99.0, 98.0, 97.0, 97.0, 70.0)]
    found = cohort(little, tables, told, *scores)
    assert [office.scored and office.scored.grade for office in found.offices] == grades


@pytest.mark.parametrize(
    ("told", "office", "money"),
    [
        ("per_point: 10.5", {"satisfaction": 90.1}, "946.05"),
        (
            "per_point: {by: [kind], cases: {乡镇: 10, 街道: 20}}",
            {"satisfaction": 90.0, "kind": "街道"},
            "1800",
        ),
        ("by_grade: {优秀: 500, 合格: 100}", {"satisfaction": 90.0}, "500"),
        ("by_grade: {优秀: 500}", {"satisfaction": 61.0, "signage": True}, "0"),
        (
            "tariff: [{fact: whole, yuan: 200, most: 3}]",
            {"satisfaction": 90.0, "disputes": 5},
            "600",
        ),
        (
            "tariff: [{fact: whole, yuan: 200, needs: {yes: a}}]",
            {"satisfaction": 90.0, "disputes": 5, "independent": False},
            "0",
        ),
        (
            "tariff: [{fact: whole, yuan: 200, needs: {yes: a}}]",
            {"satisfaction": 90.0, "disputes": 5},
            None,
        ),
        ("per_point: 10, zero_below: 80", {"satisfaction": 79.9}, "0"),
        ("per_point: 10, zero_below: 80", {"satisfaction": 80.0}, "800"),
        ("per_point: 10", {}, None),
    ],
)
def test_money_is_exact(
    told: str, office: dict[str, Any], money: str | None, little: Little, tables: TablesOf
) -> None:
    edition = edition_with(little, MARK, f"{GRADES}, money: {{{told}}}")
    assert scored(edition, tables(office)).money == money


@pytest.mark.parametrize(
    ("told", "score", "meets"),
    [
        ("meets: {score: 85}", 85.0, True),
        ("meets: {score: 85}", 84.9, False),
        ("meets: {grade: 合格}", 61.0, True),
        ("meets: {grade: 优秀}", 85.0, False),
        ("meets: {score: 85}", None, None),
    ],
)
def test_a_pack_may_say_which_score_meets_it(
    told: str, score: float | None, meets: bool | None, little: Little, tables: TablesOf
) -> None:
    edition = edition_with(little, MARK, f"{GRADES}, {told}")
    assert (
        judge(edition, tables({"satisfaction": score, "signage": False})).office("001").meets
        is meets
    )


def test_a_kept_judgement_with_points_opens_unchanged(
    little: Little, tables: TablesOf, tmp_path: Any
) -> None:
    told = ", ranking: {}, money: {per_point: 1}"
    made = judge(
        edition_with(little, VETO + "{grade: 合格}", GRADES + told),
        tables({"satisfaction": 95.0, "signage": True}),
    )
    made.to_parquet(tmp_path / "kept.parquet")
    [office] = Judgement.from_parquet(tmp_path / "kept.parquet").to_contract()["offices"]
    assert [office[key] for key in ("score", "full", "grade", "rank", "money", "vetoes")] == [
        "95",
        "100",
        "合格",
        1,
        "95",
        ["veto"],
    ]
    assert [(item["points"], item["full"]) for item in office["items"]] == [
        ("95", "100"),
        (None, None),
    ]


def test_a_pack_without_points_has_no_such_keys(edition: Edition, tables: TablesOf) -> None:
    [office] = judge(edition, tables({})).to_contract()["offices"]
    assert {"score", "grade", "rank", "money", "vetoes"} & office.keys() == set()
    assert "points" not in office["items"][0]
