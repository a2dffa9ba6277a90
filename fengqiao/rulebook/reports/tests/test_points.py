"""Reports of a pack with points: score, grade, place, money and vetoes stand in every form."""

from collections.abc import Callable

import pytest

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.reports import columns, points
from fengqiao.rulebook.reports.tables import Table, printed
from fengqiao.rulebook.tables import Tables

WRITTEN = """
scoring:
  grain: 0.1
  full: 10
  rounding: half_up
  not_applicable: full
  grades: [{grade: 优秀, from: 9}]
  ungraded: 一般
  ranking: {}
  money: {per_point: 100}
facts:
  number: {label: 数, column: satisfaction}
  a: {label: 甲, column: independent}
items:
  - {id: it, clause: "1", title: 一条, wording: plain, rule: {yes: a}, points: {full: 10, mark: number}}
  - {id: veto, clause: "1", title: 没有事故, wording: plain, rule: {yes: a}, veto: {grade: 一般}}
"""


@pytest.fixture
def judged(little: Callable[..., Edition], tables: Callable[..., Tables]) -> Judgement:
    offices = [
        {"code": "001", "satisfaction": 9.5, "independent": True},
        {"code": "002", "satisfaction": 9.0, "independent": False},
        {"code": "003", "independent": True},
    ]
    return judge(little(WRITTEN), tables(*offices))


def cells(table: Table, *titles: str) -> list[list[str]]:
    places = [table.titles.index(title) for title in titles]
    return [[printed(row[place]) for place in places] for row in table.rows]


def test_the_table_of_offices_says_what_each_earned(judged: Judgement) -> None:
    found = cells(columns.offices(judged), "得分", "等次", "名次", "奖补（元）", "一票否决")
    assert found == [
        ["9.5", "优秀", "1", "950", ""],
        ["9", "一般", "2", "900", "没有事故"],
        ["—", "—", "—", "—", ""],
    ]


def test_the_annex_of_an_office_says_the_points_of_each_item(judged: Judgement) -> None:
    office = judged.office("001")
    table = columns.annex(office, judged.about)
    assert cells(table, "项目", "得分", "满分") == [["一条", "9.5", "10"], ["没有事故", "—", "—"]]
    assert office.scored is not None
    assert points.sentence(office.scored) == "得9.5分(满分10分),等次:优秀,名次:第1"


def test_what_is_not_known_is_said_so(judged: Judgement) -> None:
    scored = judged.office("003").scored
    assert scored is not None
    assert points.sentence(scored) == "得分待定(满分10分)"


def test_a_pack_without_points_has_the_columns_that_it_had(
    edition: Edition, tables: Callable[..., Tables]
) -> None:
    plain = judge(edition, tables({}))
    assert points.of_offices(plain.about) == points.of_items(plain.about) == ()
