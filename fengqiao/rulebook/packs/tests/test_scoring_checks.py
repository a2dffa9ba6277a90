"""What a jurist gets wrong about points: told with the line, what was found and what is expected."""

import shutil
from pathlib import Path

import pytest

from fengqiao.rulebook.packs import ROOT, PackRefused, load

SLIPS = {
    "a section that does not add up": (
        "规范建设, full: 30",
        "规范建设, full: 31",
        "这一节写的是31分,各条目合计30分",
    ),
    "a whole that does not add up": (
        "  full: 100\n",
        "  full: 90\n",
        "满分写的是90分,各条目合计100分",
    ),
    "points finer than the grain": ("points: 0.5}]}", "points: 0.55}]}", "应是0.1分的整数倍"),
    "two ways of counting": (
        "{full: 10, mark: inspection}",
        "{full: 10, mark: inspection, states: [{points: 1}]}",
        "只能写一种计分办法",
    ),
    "a grade that nobody reaches": (
        "{grade: 五星, from: 95,",
        "{grade: 五星, from: 104.1,",
        "谁也够不上",
    ),
    "grades in the wrong order": (
        "{grade: 四星, from: 85,",
        "{grade: 四星, from: 96,",
        "应从高到低写",
    ),
    "grades that overlap": (
        "{grade: 三星, from: 75,",
        "{grade: 三星, from: 75, until: 86,",
        "与“四星”重叠",
    ),
    "no word for those without a grade": ("  ungraded: 不予评星\n", "", "还应写ungraded"),
    "a standard met by a grade that is not there": (
        "meets: {grade: 三星}",
        "meets: {grade: 一星}",
        "应为五星",
    ),
    "a veto of an unknown grade": (
        "veto: {grade: 不予评星,",
        "veto: {grade: 末等,",
        "应为五星、四星、三星、不予评星之一",
    ),
    "a veto of an item without points": (
        "zero: money",
        "zero: work.peers",
        "应为score、money,或者有分值的条目编号",
    ),
    "a veto without effect": (
        "veto: {grade: 不予评星, zero: money, effect: 不予评星}",
        "veto: {when: unmet}",
        "应写明一票否决的后果",
    ),
    "a quota of an unknown grade": ("beyond: 四星", "beyond: 末等", "应为五星"),
    "a quota twice": (
        "percent: 50, beyond",
        "percent: 50, first: 1, beyond",
        "应写first或percent中的一个",
    ),
    "money for an unknown grade": ("by_grade: {五星: 5000", "by_grade: {六星: 5000", "应为五星"),
    "money without a class": ("中型: 80, 小型: 60}", "中型: 80}", "缺少小型的情形"),
    "a deduction for nothing": (
        "{unless: {yes: notary}, points: 2}",
        "{points: 2}",
        "应写fact、when、unless中的一个",
    ),
    "a state in between without a rule": (
        "- {when: {at_most: {fact: rise, value: 0}}, points: 5}",
        "- {points: 5}",
        "只有最后一种情形可以不写when",
    ),
    "proportion of two things": (
        "in_proportion: {share: trained}",
        "in_proportion: {share: trained, of: 3}",
        "应写share,或者fact和of",
    ),
    "points for a fact of the wrong type": ("mark: inspection", "mark: accident", "它是是非的"),
    "a weight in one section alone": (
        "规范建设, full: 30",
        "规范建设, full: 30, weight: 100",
        "这一节没有写",
    ),
}


@pytest.fixture
def xingji(tmp_path: Path) -> Path:
    folder = tmp_path / "xingji"
    shutil.copytree(ROOT / "xingji-example", folder)
    return folder / "edition-2026.yaml"


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_about_points_is_told_with_its_line(slip: str, xingji: Path) -> None:
    old, new, expected = SLIPS[slip]
    text = xingji.read_text(encoding="utf-8")
    assert old in text
    xingji.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        load(xingji.parent)
    told = [fault for fault in refused.value.faults if expected in fault.expected]
    assert told, refused.value.faults
    assert told[0].row > 0 or not new


def test_points_without_saying_how_they_are_counted(xingji: Path) -> None:
    text = xingji.read_text(encoding="utf-8")
    start, end = text.index("scoring:"), text.index("facts:")
    xingji.write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        load(xingji.parent)
    assert "先在scoring里写明" in refused.value.faults[0].expected
