"""Packs that would keep a machine busy, or keep it waiting: refused at once, with file and line."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.rulebook.packs import load
from fengqiao.rulebook.packs.tests.conftest import EDITION, Draft
from fengqiao.rulebook.packs.yamlfile import UnreadableError, read

Entry = Callable[[int], str]


def fact(number: int) -> str:
    return f"  f{number}: {{label: 甲, count: {{table: staff}}}}\n"


def doubled(number: int) -> str:
    """Each is twice the one before: two to the power of its number."""
    before = f"d{number - 1}" if number else "mediators"
    return f"  d{number}: {{label: 甲, add: [{before}, {before}]}}\n"


def chained(number: int) -> str:
    before = f"d{number - 1}" if number else "mediators"
    return f"  d{number}: {{label: 甲, add: [{before}, establishment]}}\n"


def turning(number: int) -> str:
    """All in one ring, each twice."""
    after = (number + 1) % 60
    return f"  d{number}: {{label: 甲, add: [d{after}, d{after}]}}\n"


def wide(number: int) -> str:
    return f"  w{number}: {{label: 甲, add: [{', '.join(['mediators'] * 200)}]}}\n"


def nested(number: int) -> str:
    where = "{post: 所长}"
    for _ in range(8):
        where = f"{{any: [{where}, {where}]}}"
    return f"  n{number}: {{label: 甲, count: {{table: staff, where: {where}}}}}\n"


FACTS: dict[str, tuple[Entry, int, str, str]] = {
    "too many": (fact, 400, "facts", "至多300项"),
    "doubled forty times": (doubled, 40, "facts.d39.add", "至多200项"),
    "a long chain": (chained, 220, "facts.d219.add", "要加221项,至多200项"),
    "a ring": (turning, 60, "facts.d0.add.0", "循环引用"),
    "a long sum": (wide, 1, "facts.w0", "至多120个"),
    "a condition in conditions": (nested, 1, "facts.n0", "至多120个"),
    "all in all too much": (nested, 20, "", "整个文件写了"),
}


@pytest.mark.parametrize("name", FACTS)
def test_facts_that_grow_beyond_measure_are_refused(name: str, draft: Draft) -> None:
    entry, times, place, expected = FACTS[name]
    draft.replace("\nfacts:\n", "\nfacts:\n" + "".join(map(entry, range(times))))
    faults = draft.faults()
    fault = next(fault for fault in faults if fault.column == place and expected in fault.expected)
    assert (fault.sheet, fault.row > 0) == (EDITION, True)


def test_a_rule_of_rules_beyond_measure_is_refused(draft: Draft) -> None:
    rule = "{yes: independent}"
    for _ in range(8):
        rule = f"{{any_of: [{rule}, {rule}]}}"
    line = draft.line("rule: {yes: room_correction_subcentre}")
    draft.replace("rule: {yes: room_correction_subcentre}", f"rule: {rule}")
    (fault,) = draft.faults()
    assert fault.column.startswith("items.")
    assert line - 6 < fault.row <= line


def test_a_fact_that_is_used_often_but_within_measure_is_taken(draft: Draft) -> None:
    entries = "".join(map(doubled, range(7)))
    draft.replace("\nfacts:\n", f"\nfacts:\n{entries}")
    assert load(draft.folder).editions[0].facts["d6"].spec == ["d5", "d5"]


@pytest.mark.parametrize("file", ["pack.yaml", EDITION])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_regular_file_is_refused_and_not_waited_for(
    kind: str, file: str, draft: Draft
) -> None:
    path = draft.folder / file
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    (fault,) = draft.faults()
    assert (fault.sheet, "不是普通文件" in fault.expected) == (file, True)


def test_a_file_without_end_is_not_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    with path.open("wb") as file:
        file.truncate(10**12)  # sparse
    with pytest.raises(UnreadableError, match="1000KB"):
        read(path, "pack.yaml")
