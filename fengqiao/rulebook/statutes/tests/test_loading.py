"""The numbers of the law are read as they stand, and a slip is told with file and line."""

from datetime import date
from pathlib import Path

import pytest

from fengqiao.lib.days import Unit
from fengqiao.rulebook.packs import PackRefused
from fengqiao.rulebook.statutes import load

GOOD = """title: 人民调解
rules:
  - id: MED-22
    title: 共同申请司法确认
    starts: 调解协议生效之日
    values:
      - from: 2011-01-01
        status: verified
        cite: 《人民调解法》第三十三条
        term: {length: 30, unit: calendar_days, rolls: true}
"""


def written(folder: Path, text: str, name: str = "mediation.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> list[str]:
    with pytest.raises(PackRefused) as caught:
        load(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_rule_has_its_term_its_article_and_its_first_day(tmp_path):
    rule = load(written(tmp_path, GOOD))["MED-22"]
    value = rule.on(date(2026, 6, 30))
    assert value is not None
    assert (value.term.length, value.term.unit, value.term.rolls) == (30, Unit.DAYS, True)
    assert value.verified
    assert rule.on(date(2010, 12, 31)) is None


def test_the_value_of_the_day_is_taken_and_the_old_one_stays():
    rule = load()["MED-22"]
    old, new = rule.on(date(2023, 12, 31)), rule.on(date(2024, 1, 1))
    assert old is not None
    assert new is not None
    assert "人民调解法" in old.cite
    assert "民事诉讼法" in new.cite


def test_what_is_not_verified_is_known_as_such():
    value = load()["MED-11"].on(date(2026, 1, 1))
    assert value is not None
    assert not value.verified


def test_a_rule_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        load()["MED-99"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("length: 30", "length: 0", 10, "应不小于1"),
        ("unit: calendar_days", "unit: days", 10, "应为calendar_days、working_days"),
        ("status: verified", "status: sure", 8, "应为verified、unverified之一"),
        ("id: MED-22", "id: med22", 3, "写法不符"),
        ("    starts: 调解协议生效之日\n", "", 3, "缺少starts"),
    ],
)
def test_a_slip_is_told_with_its_file_and_line(tmp_path, old, new, line, said):
    (fault,) = refused(written(tmp_path, GOOD.replace(old, new)))
    assert "mediation.yaml" in fault
    assert f"第{line}行" in fault
    assert said in fault


def test_values_out_of_their_order_are_refused(tmp_path):
    again = GOOD + GOOD[GOOD.index("      - from") :].replace("2011", "2010")
    (fault,) = refused(written(tmp_path, again))
    assert "应晚于上一个日期2011-01-01" in fault


def test_one_id_in_two_files_is_refused(tmp_path):
    written(tmp_path, GOOD, "again.yaml")
    (fault,) = refused(written(tmp_path, GOOD))
    assert "编号不得重复" in fault
