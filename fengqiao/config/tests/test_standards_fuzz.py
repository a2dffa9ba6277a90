"""`standards check` on spoiled packs: 0, or 2 with sentences; never a trace, never without an end."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.config.cli import main
from fengqiao.config.home import ROOT as PROGRAM
from fengqiao.rulebook.packs import ROOT
from fengqiao.rulebook.packs.tests.test_fuzz import (
    DATA,
    FILES,
    SLOW,
    TEXTS,
    VALUES,
    Plain,
    put,
    spoiled,
)

LONGEST = 60  # seconds of this process for one pack, examples and all
EXAMPLES = ("premises.yaml",)


def check(folder: Path, file: str, text: str) -> None:
    shutil.copytree(ROOT / "taizhou-2021", folder, dirs_exist_ok=True)
    for path in (folder / "examples").iterdir():
        if path.name not in EXAMPLES:
            path.unlink()
    (folder / file).write_text(text, encoding="utf-8")
    began = time.process_time()
    assert main(["standards", "check", str(folder)]) in (0, 2)
    assert time.process_time() - began < LONGEST


@st.composite
def grown(draw: st.DrawFn) -> tuple[str, str]:
    """One file in which a value was repeated, or put into itself, or both."""
    file = draw(st.sampled_from(FILES))
    path = draw(st.lists(st.integers(0, 60), min_size=1, max_size=7))
    value = draw(VALUES)
    for _ in range(draw(st.integers(0, 9))):
        key = draw(st.sampled_from(["any_of", "all_of", "any", "not", "add", "cases", "list"]))
        many = [value] * draw(st.integers(1, 3))
        value = many if key == "list" else {key: value if key in ("not", "cases") else many}
    changed = put(DATA[file], path, value)
    return file, yaml.dump(changed, Dumper=Plain, allow_unicode=True)


@settings(max_examples=4, suppress_health_check=SLOW)
@given(st.one_of(spoiled(), grown()))
def test_a_spoiled_pack_is_checked(tmp_path: Path, spoilt: tuple[str, str]) -> None:
    check(tmp_path / "pack", *spoilt)


@pytest.mark.long
@settings(max_examples=1000, suppress_health_check=SLOW)
@given(st.one_of(spoiled(), grown()))
def test_many_spoiled_packs_are_checked(tmp_path: Path, spoilt: tuple[str, str]) -> None:
    check(tmp_path / "pack", *spoilt)


def test_sums_of_sums_are_refused_at_once(tmp_path: Path) -> None:
    """Forty doublings are a million million terms."""
    pack = tmp_path / "pack"
    shutil.copytree(ROOT / "taizhou-2021", pack)
    sums = "".join(
        f"  d{at}: {{label: 甲, add: [{before}, {before}]}}\n"
        for at in range(40)
        for before in [f"d{at - 1}" if at else "mediators"]
    )
    edition = pack / FILES[1]
    text = TEXTS[FILES[1]].replace("\nfacts:\n", f"\nfacts:\n{sums}")
    edition.write_text(text, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-P", "-m", "fengqiao.config.cli", "standards", "check", str(pack)],
        env=os.environ | {"PYTHONPATH": str(PROGRAM)},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert said.returncode == 2
    assert f"{FILES[1]} 第113行" in said.stderr
