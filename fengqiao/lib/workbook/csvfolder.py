"""The sheets of a book as .csv files in a folder, in UTF-8 or GB18030."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.oserrors import reason_of

from . import limits

ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True)
class CsvFolder:
    """A folder whose .csv files bear the names of the sheets."""

    files: dict[str, Path]

    @classmethod
    def open(cls, folder: Path) -> "CsvFolder":
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
        if not files:
            raise InputRefused(f"文件夹里没有CSV文件:{folder.name}")
        if len(files) > limits.ENTRIES:
            raise InputRefused(f"文件夹里的文件过多:{folder.name}")
        return cls({path.stem: path for path in files})

    @property
    def names(self) -> list[str]:
        return list(self.files)

    def rows(self, name: str) -> Iterator[list[Any]]:
        """A row is a record: a quoted cell with line breaks in it counts once, as in Excel."""
        path = self.files[name]
        try:
            encoding = _encoding(path)
            with path.open(encoding=encoding, newline="") as file:
                for row in csv.reader(file, strict=True):
                    if len(row) > limits.COLUMNS:
                        raise InputRefused(f"{path.name}的列数超过{limits.COLUMNS}列")
                    yield row
        except csv.Error as failure:
            raise InputRefused(f"{path.name}无法读取,请检查引号和换行") from failure
        except OSError as failure:
            reason = reason_of(failure) or "读取出错"
            raise InputRefused(f"文件无法读取:{path}({reason})") from failure


def _encoding(path: Path) -> str:
    """The first of `ENCODINGS` in which the whole file makes sense."""
    if not path.is_file() or path.stat().st_size > limits.FILE_BYTES:
        raise InputRefused(f"{path.name}不是普通文件,或超过{limits.FILE_BYTES // limits.MIB}MB")
    content = path.read_bytes()
    if b"\0" in content:
        raise InputRefused(f"{path.name}不是文本文件,请另存为“CSV UTF-8”")
    for encoding in ENCODINGS:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise InputRefused(f"{path.name}的编码既不是UTF-8,也不是GB18030")
