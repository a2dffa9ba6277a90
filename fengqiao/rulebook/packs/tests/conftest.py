import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs import ROOT, PackRefused, load

EDITION = "edition-2021-08-19.yaml"


class Draft:
    """A copy of the Taizhou pack that a test may spoil."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "taizhou-2021", folder)

    def replace(self, old: str, new: str, file: str = EDITION) -> "Draft":
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self

    def line(self, part: str, file: str = EDITION) -> int:
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return next(at for at, line in enumerate(lines, start=1) if part in line)

    def faults(self) -> list[Fault]:
        with pytest.raises(PackRefused) as refused:
            load(self.folder)
        return refused.value.faults


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path / "a-pack")


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    """A pack folder with nothing but this `pack.yaml`."""

    def _write(content: bytes) -> Path:
        (tmp_path / "pack.yaml").write_bytes(content)
        return tmp_path

    return _write
