from datetime import date

import pytest

from fengqiao.rulebook.packs import load
from fengqiao.rulebook.packs.tests.conftest import Draft

SATISFACTION = '群众满意度, unit: "%", column: satisfaction'
TOTAL = "add: [establishment, social_workers, mediators]"

SLIPS = {
    "an unknown column": ("column: floor_area", "column: floor_areas", "offices表没有这一列"),
    "an unknown table": (
        "{table: staff, where: {category: 政法",
        "{table: people, where: {category: 政法",
        "没有这张表",
    ),
    "an unknown column in a filter": (
        "where: {category: 专职调解员}",
        "where: {kategory: 专职调解员}",
        "没有这个名称",
    ),
    "a word that cannot be there": (
        "where: {category: 专职调解员}",
        "where: {category: 调解员}",
        "之一",
    ),
    "a word for a yes": ("holds: {trained: true}", "holds: {trained: 是}", "应为true或false"),
    "a quoted day": ("{before: 2021-08-19}", '{before: "2021-08-19"}', "不加引号"),
    "a bound for a word": ("where: {post: 所长}", "where: {post: {at_least: 1}}", "不能这样比较"),
    "two functions": (SATISFACTION, SATISFACTION + ", add: [size, kind]", "取数办法"),
    "no function": (", column: satisfaction", "", "取数办法"),
    "a fact added up that is none": (TOTAL, "add: [establishment, mediaters]", "没有这个事实"),
    "a fact added up that is no number": (TOTAL, "add: [establishment, trained]", "只有数可以相加"),
    "a fact that needs itself": (TOTAL, "add: [establishment, staff_total]", "循环引用"),
    "an unknown fact in a rule": ("fact: satisfaction", "fact: satisfactions", "没有这个事实"),
    "a fact of the wrong type": (
        "fact: satisfaction",
        "fact: independent",
        "这里要用整数或数的事实",
    ),
    "a case that is missing": ("            小型: {乡镇: 200, 街道: 150}\n", "", "缺少小型的情形"),
    "a kind that is missing": (
        "大型: {乡镇: 400, 街道: 300}",
        "大型: {乡镇: 400}",
        "缺少街道的情形",
    ),
    "a cell that is no number": (
        "大型: {乡镇: 400, 街道: 300}",
        "大型: {乡镇: 四百, 街道: 300}",
        "应为数",
    ),
    "a level that is missing": ("大型: {乡镇: 400, 街道: 300}", "大型: 400", "还应按类型分列"),
    "an unknown case": (
        "大型: {乡镇: 400, 街道: 300}",
        "大型: {乡镇: 400, 街道: 300, 村: 1}",
        "之一",
    ),
    "a case that is no rule": (
        "大型: {yes: room_governance}",
        "大型: {yess: room_governance}",
        "不认识这个名称",
    ),
    "a case with an unknown fact": (
        "大型: {yes: room_governance}",
        "大型: {yes: room_x}",
        "没有这个事实",
    ),
    "cases by a number": ("by: [size, kind]", "by: [size, population]", "这里要用文字的事实"),
    "an id twice": ("id: staff.trained", "id: staff.total", "条目编号不得重复"),
    "no clause": ("    clause: 3.2.a\n", "", "缺少clause"),
    "a clause of no section": ("clause: 3.2.a", "clause: 9.2.a", "不属于任何一节"),
    "a clause that is a number": (
        'unknown: "3.1"}\n    title: 公共',
        "unknown: 3.1}\n    title: 公共",
        "应为文字",
    ),
    "an unknown kind of rule": (
        "rule: {at_least: {fact: satisfaction",
        "rule: {no_such: {fact: satisfaction",
        "不认识这个名称",
    ),
    "two rules": (
        "rule: {yes: independent}",
        "rule: {yes: independent, any_of: []}",
        "只能写一种规则",
    ),
    "a rule told nothing": ("rule: {yes: independent}", "rule: {yes: }", "应为文字"),
    "one alternative only": (
        "[{yes: point_notary}, {yes: station_notary}]",
        "[{yes: point_notary}]",
        "至少要有2项",
    ),
    "a ratio the wrong way": ('ratio: "1:15"', "ratio: 1比15", "写法不符"),
    "an unknown wording": ("wording: equipment", "wording: machines", "没有这个句式"),
    "a place that cannot be filled": ("还差{gap}人。", "还差{gaps}人。", "可填的名称"),
    "a part that a fact has not": ("{trained.against}", "{trained.__class__}", "可填的名称"),
    "an unknown fact in applies": (
        "applies: {size: 大型}",
        "applies: {sise: 大型}",
        "没有这个名称",
    ),
    "an unknown word in applies": ("applies: {size: 大型}", "applies: {size: 特大}", "应为大型"),
    "weights that do not add up": ("weight: 35", "weight: 36", "权重之和应为100"),
    "a factor that is no number": ("- fact: gdp", "- fact: size", "分类因素应为数"),
    "an unknown factor": ("- fact: gdp", "- fact: gdb", "没有这个事实"),
    "a cut to an unknown class": ("class: 小型", "class: 微型", "之一"),
    "scores without a class": ("{from: 0, class: 小型}", "{from: 10, class: 小型}", "应从0分起"),
    "a year twice": ("{year: 2022,", "{year: 2021,", "同一年"),
    "a target above all": ("{大型: 100, 中型: 90", "{大型: 101, 中型: 90", "应不大于100"),
    "a class without target": (
        "{大型: 100, 中型: 90, 小型: 30}",
        "{大型: 100, 中型: 90}",
        "缺少小型的目标",
    ),
    "an unknown part": ("ambiguities:", "ambiguity:", "不认识这个名称"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line_and_what_is_expected(slip: str, draft: Draft) -> None:
    old, new, expected = SLIPS[slip]
    first = next(line for line in old.splitlines() if line.strip())
    line = draft.line(first)
    draft.replace(old, new)
    faults = [fault for fault in draft.faults() if expected in fault.expected]
    assert faults, draft.faults()
    assert faults[0].sheet == "edition-2021-08-19.yaml"
    assert abs(faults[0].row - line) <= 7


def test_every_fault_of_a_file_is_told_at_once(draft: Draft) -> None:
    draft.replace("fact: satisfaction", "fact: satisfactions").replace("weight: 35", "weight: 36")
    assert len(draft.faults()) == 2


FIRST = "    file: edition-2021-08-19.yaml\n"
SECONDS = {
    "overlapping": ("to: 2022-01-02", "later", "重叠"),
    "without end": ("to: null", "later", "重叠"),
    "ending before it begins": ("to: 2021-01-01", "later", "应晚于from"),
    "ending on no day": ('to: "2021-02-30"', "later", "日期"),
    "with one id": ("to: 2022-01-01", '"2021-08-19"', "版本编号不得重复"),
}


def add_edition(draft: Draft, end_of_first: str, second: str) -> None:
    later = f"  - id: {second}\n    from: 2022-01-01\n{FIRST}"
    draft.replace(FIRST, f"    {end_of_first}\n{FIRST}{later}", "pack.yaml")


@pytest.mark.parametrize("slip", SECONDS)
def test_editions_of_one_standard_follow_each_other(slip: str, draft: Draft) -> None:
    end, second, expected = SECONDS[slip]
    add_edition(draft, end, second)
    assert any(expected in fault.expected for fault in draft.faults())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1", "format: 2", "应为1"),
        ("id: taizhou-2021", "id: 泰州", "写法不符"),
        ("issued_on: 2021-08-19", "issued_on: 今年", "日期"),
        ("file: edition-2021-08-19.yaml", "file: ../../etc/passwd", "写法不符"),
        ("editions:", "edition:", "缺少editions"),
    ],
)
def test_the_head_of_a_pack_is_checked(old: str, new: str, expected: str, draft: Draft) -> None:
    draft.replace(old, new, "pack.yaml")
    assert any(expected in fault.expected for fault in draft.faults())


def test_two_editions_are_picked_by_their_days(draft: Draft) -> None:
    add_edition(draft, "to: 2022-01-01", "later")
    pack = load(draft.folder)
    assert pack.edition_on(date(2021, 12, 31)).id == "2021-08-19"
    assert pack.edition_on(date(2022, 1, 1)).id == "later"
