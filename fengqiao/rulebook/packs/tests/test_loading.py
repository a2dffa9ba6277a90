from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.packs import PackRefused, installed, load
from fengqiao.rulebook.packs.tests.conftest import EDITION, Draft


def test_a_pack_is_found_by_id_by_folder_and_by_its_head(draft: Draft) -> None:
    by_id = load("taizhou-2021")
    assert load(draft.folder).editions == by_id.editions
    assert load(draft.folder / "pack.yaml").id == "taizhou-2021"
    assert [pack.id for pack in installed()] == ["guwen-example", "taizhou-2021", "xingji-example"]


@pytest.mark.parametrize("asked", ["", "nope", "/", ".", "a\0b", "../..", "长" * 5000])
def test_what_is_no_pack_is_refused_in_one_sentence(asked: str) -> None:
    with pytest.raises(InputRefused, match="没有“"):
        load(asked)


def test_the_targets_are_those_of_the_year() -> None:
    edition = load("taizhou-2021").edition_on(date(2021, 8, 19))
    assert edition.targets_for(date(2022, 1, 1)) == {
        "大型": 1,
        "中型": Fraction(9, 10),
        "小型": Fraction(3, 10),
    }
    assert edition.targets_for(date(2040, 1, 1))["小型"] == Fraction(3, 5)


def test_a_day_before_the_first_edition_is_refused() -> None:
    with pytest.raises(InputRefused, match="2021-08-18没有施行中的"):
        load("taizhou-2021").edition_on(date(2021, 8, 18))


def test_the_digest_is_of_what_is_said_not_of_how_it_is_typed(draft: Draft) -> None:
    before = load(draft.folder).editions[0].digest
    draft.replace("sections:", "# 注\nsections:")
    assert load(draft.folder).editions[0].digest == before
    draft.replace("大型: {乡镇: 400", "大型: {乡镇: 401")
    assert load(draft.folder).editions[0].digest != before


def test_a_pack_that_was_changed_is_read_again(draft: Draft) -> None:
    load(draft.folder)
    draft.replace("title: 泰州新时代", "title: 另一个新时代", "pack.yaml")
    assert load(draft.folder).title.startswith("另一个")


def test_a_folder_whose_edition_is_missing_is_refused(draft: Draft) -> None:
    (draft.folder / EDITION).unlink()
    [fault] = draft.faults()
    assert (fault.sheet, fault.expected) == (EDITION, "读不出这个文件:不存在")


BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
HOSTILE = {
    "an anchor": (BOMB, "锚点"),
    "a tag": (b"a: !!python/object:os.system x\n", "类型标记"),
    "a list": (b"- 1\n- 2\n", "名称: 内容"),
    "nothing": (b"", "名称: 内容"),
    "a word": (b"taizhou\n", "名称: 内容"),
    "another encoding": ("标题: 泰州".encode("gb18030"), "UTF-8"),
    "a zero byte": (b"a: \0\n", "YAML"),
    "a bad indent": (b"a:\n  b: 1\n c: 2\n", "YAML"),
    "two documents": (b"a: 1\n---\nb: 2\n", "YAML"),
    "a key twice": (b"a: 1\na: 2\n", "不得重复"),
    "a list as key": (b"? [a, b]\n: 1\n", "名称应为文字"),
    "a cellar": (b"a: " + b"[" * 5000 + b"]" * 5000, "层次超过"),
    "too much": (b"# " + b"x" * 1_000_001, "超过"),
    "no such day": (b"a: 2021-02-30\n", "没有这一天"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_plain_yaml_is_refused_in_one_sentence(
    name: str, write: Callable[[bytes], Path]
) -> None:
    content, sentence = HOSTILE[name]
    with pytest.raises(PackRefused) as refused:
        load(write(content))
    [fault] = refused.value.faults
    assert sentence in fault.expected
    assert fault.sheet == "pack.yaml"
