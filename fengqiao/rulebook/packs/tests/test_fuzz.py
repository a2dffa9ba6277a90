"""Spoiled packs: whatever is typed, a pack loads or is refused with faults; never a trace."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.lib.faults import Fault, InputRefused
from fengqiao.rulebook.compile import compile_edition
from fengqiao.rulebook.packs import ROOT, load
from fengqiao.rulebook.packs.yamlfile import read

FILES = ("pack.yaml", "edition-2021-08-19.yaml")
TEXTS = {file: (ROOT / "taizhou-2021" / file).read_text(encoding="utf-8") for file in FILES}
SCRAPS = st.sampled_from(
    [
        *("", " ", ":", "- ", "[", "{}", "null", "true", "0", "-1", "1.5", "2021-02-30", '"', "'"),
        *("&a", "*a", "|", "size", "staff", "by: [size]", "所", "\t", "\n", "{size: 大型}", "~"),
        "9" * 30,
    ]
)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, str]:
    """One file with a few scraps written over what stood there."""
    file = draw(st.sampled_from(FILES))
    text = TEXTS[file]
    for _ in range(draw(st.integers(min_value=1, max_value=3))):
        at = draw(st.integers(min_value=0, max_value=len(text)))
        gone = draw(st.integers(min_value=0, max_value=25))
        text = text[:at] + draw(SCRAPS) + text[at + gone :]
    return file, text


def attempt(folder: Path, file: str, text: str) -> None:
    """Load and compile; a refusal must carry its faults, each with a place."""
    shutil.copytree(ROOT / "taizhou-2021", folder, dirs_exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    faults: list[Fault] = []
    try:
        for edition in load(folder).editions:
            compile_edition(edition)
    except InputRefused as refused:
        faults = refused.faults
    assert all(fault.sheet and fault.expected for fault in faults)


@settings(max_examples=30, suppress_health_check=SLOW)
@given(spoiled())
def test_a_spoiled_pack_loads_or_is_refused(tmp_path: Path, spoilt: tuple[str, str]) -> None:
    attempt(tmp_path / "pack", *spoilt)


@pytest.mark.long
@settings(max_examples=1500, suppress_health_check=SLOW)
@given(spoiled())
def test_many_spoiled_packs_load_or_are_refused(tmp_path: Path, spoilt: tuple[str, str]) -> None:
    attempt(tmp_path / "pack", *spoilt)


VALUES = st.recursive(
    st.sampled_from([None, True, 0, -5, 2.5, "", "size", "staff", "大型", "2021-01-01", "{gap}"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["by", "cases", "fact", "yes", "any_of", "table", "where", "大型", "x"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


class Plain(yaml.SafeDumper):
    """Writes everything out; packs have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


Plain.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", str(value))
)
# As packs are read: YAML itself would take the rule `yes` for a truth.
DATA = {file: read(ROOT / "taizhou-2021" / file, file).data for file in FILES}


def put(data: object, path: list[int], value: object) -> object:
    """The data with the value in the place that these turns lead to."""
    if not path or not isinstance(data, dict | list) or not data:
        return value
    keys = list(data) if isinstance(data, dict) else list(range(len(data)))
    key = keys[path[0] % len(keys)]
    changed = dict(data) if isinstance(data, dict) else list(data)
    changed[key] = put(data[key], path[1:], value)  # type: ignore[index,call-overload]
    return changed


@settings(max_examples=30, suppress_health_check=SLOW)
@given(st.sampled_from(FILES), st.lists(st.integers(0, 60), min_size=1, max_size=7), VALUES)
def test_a_pack_with_something_else_in_one_place_loads_or_is_refused(
    tmp_path: Path, file: str, path: list[int], value: object
) -> None:
    changed = put(DATA[file], path, value)
    attempt(tmp_path / "pack", file, yaml.dump(changed, Dumper=Plain, allow_unicode=True))
