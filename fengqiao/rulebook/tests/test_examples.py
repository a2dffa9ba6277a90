from pathlib import Path

import pytest

from fengqiao.rulebook.examples import examples_of, failures
from fengqiao.rulebook.model import Pack
from fengqiao.rulebook.packs import PackRefused, load
from fengqiao.rulebook.packs.tests.conftest import Draft

EXAMPLE = """例子:
  - 说明: 满意度够了。
    条目: {item}
    日期: {day}
    司法所: {{群众满意度: 96}}
    结果: {{判定: {verdict}, 现有: {actual}, 说理: 群众满意度}}
"""
RIGHT = {"item": "service.satisfaction", "day": "2021-12-31", "verdict": "符合", "actual": 96}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    found = Draft(tmp_path / "a-pack")
    for path in (found.folder / "examples").iterdir():
        path.unlink()
    return found


def told(draft: Draft, **changed: object) -> list[str]:
    text = EXAMPLE.format(**(RIGHT | changed))
    (draft.folder / "examples" / "one.yaml").write_text(text, encoding="utf-8")
    return [why for _, why in failures(pack(draft), examples_of(pack(draft)))]


def pack(draft: Draft) -> Pack:
    return load(draft.folder)


def test_an_example_that_holds_is_silent(draft: Draft) -> None:
    assert told(draft) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"verdict": "不符合"}, "判定应为不符合,实为符合"),
        ({"verdict": "不适用"}, "判定应为不适用"),
        ({"actual": 97}, "现有应为97,实为96"),
        ({"actual": "true"}, "现有应为True"),
        ({"actual": "null"}, "现有应为None"),
        ({"item": "service.nothing"}, "没有service.nothing这个条目"),
        ({"day": "2021-08-18"}, "没有施行中的版本"),
    ],
)
def test_an_example_that_does_not_hold_says_why(
    changed: dict[str, object], expected: str, draft: Draft
) -> None:
    [why] = told(draft, **changed)
    assert expected in why


def test_a_column_that_no_sheet_has_is_told_with_its_line(draft: Draft) -> None:
    text = EXAMPLE.format(**RIGHT).replace("{群众满意度", "{满意率")
    (draft.folder / "examples" / "one.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        examples_of(pack(draft))
    [fault] = refused.value.faults
    assert (fault.sheet, fault.row, fault.found) == ("examples/one.yaml", 5, "满意率")
