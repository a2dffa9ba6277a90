"""Two editions side by side."""

from collections.abc import Callable
from datetime import date

import pytest

from fengqiao.rulebook.differing import Difference, differences, told
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import installed, load

Little = Callable[..., Edition]
OLD = """
facts:
  area: {label: 面积, unit: m², column: floor_area}
  own: {label: 独立, column: independent}
items:
  - {id: a, clause: "1", title: 面积够, unit: m², wording: plain, rule: {at_least: {fact: area, value: 200}}}
  - {id: b, clause: "1.2", title: 独立, wording: plain, rule: {'yes': own}}
"""


def test_an_edition_differs_from_itself_in_nothing() -> None:
    for pack in installed():
        for edition in pack.editions:
            assert list(differences(edition, edition)) == []


def test_a_rule_that_asks_more_is_shown_before_and_after(little: Little) -> None:
    before, after = little(OLD), little(OLD.replace("200", "260"))
    assert list(differences(before, after)) == [
        Difference(
            "条目",
            "a 面积够",
            "规则",
            "{at_least: {fact: area, value: 200}}",
            "{at_least: {fact: area, value: 260}}",
        )
    ]


def test_what_is_new_and_what_is_gone_is_told(little: Little) -> None:
    other = OLD.replace("id: b", "id: c")
    found = list(differences(little(OLD), little(other)))
    assert [(one.name, one.before is None, one.after is None) for one in found] == [
        ("c 独立", True, False),
        ("b 独立", False, True),
    ]
    assert list(told(found)) == [
        "条目 c 独立：新增",
        "  + {'yes': own}",
        "条目 b 独立：取消",
        "  - {'yes': own}",
    ]


def test_a_fact_that_is_counted_otherwise_names_the_items_that_rest_on_it(little: Little) -> None:
    before, after = little(OLD), little(OLD.replace("column: floor_area", "given: {named: 面积}"))
    (found,) = differences(before, after)
    assert (found.part, found.what, found.concerns) == ("事实", "取数", ("a",))
    assert list(told([found]))[1] == "  涉及条目：a"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("title: 独立", "title: 自有", "名称"),
        ("1.2", "1.9", "条款"),
        ("unit: m²", "unit: 平", "单位"),
    ],
)
def test_each_property_of_an_item_is_compared(
    little: Little, old: str, new: str, what: str
) -> None:
    before = little(OLD)
    assert what in {one.what for one in differences(before, little(OLD.replace(old, new)))}


def test_two_standards_are_told_apart_down_to_their_scoring() -> None:
    day = date(2026, 12, 31)
    names = ("taizhou-2021", "xingji-example")
    found = list(differences(*(load(name).edition_on(day) for name in names)))
    assert {one.name for one in found if one.part == "版本"} >= {
        "部分",
        "分类",
        "年度目标",
        "计分",
        "歧义",
    }
