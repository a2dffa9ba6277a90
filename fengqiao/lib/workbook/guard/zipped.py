"""Zipped workbooks (.xlsx, .ods): their directory first, then every part."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fengqiao.lib.faults import InputRefused

from .. import limits
from . import ods, xlsx
from .parts import text_of
from .scan import DAMAGED, ENCRYPTED, NO_WORKBOOK, TOO_LARGE, Errors

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ENCRYPTED_FLAG = 0x1


def scan(path: Path) -> dict[str, Errors]:
    """Walks through every part once and gives the error values of each sheet.

    Refuses bombs, passwords, other kinds of archive and sheets that span too much.
    """
    with path.open("rb") as file, _readable(), zipfile.ZipFile(file) as archive:
        _check_directory(archive)
        names = {name.lower(): name for name in archive.namelist()}
        if "xl/workbook.xml" in names:
            return xlsx.scan(archive, archive.getinfo(names["xl/workbook.xml"]))
        if "xl/workbook.bin" in names:
            raise InputRefused("不支持.xlsb格式,请另存为.xlsx文件")
        if "content.xml" in names and _is_ods(archive, names):
            return ods.scan(archive, archive.getinfo(names["content.xml"]))
    raise InputRefused(NO_WORKBOOK)


@contextmanager
def _readable() -> Iterator[None]:
    """A broken archive has many ways to say so."""
    try:
        yield
    except NotImplementedError as odd:
        raise InputRefused("文件使用了不支持的压缩方法,请另存为普通的.xlsx文件") from odd
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        LookupError,
        RuntimeError,
        OSError,
    ) as broken:
        raise InputRefused(DAMAGED) from broken


def _check_directory(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > limits.ENTRIES or sum(e.file_size for e in entries) > limits.UNPACKED_BYTES:
        raise InputRefused(TOO_LARGE)
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise InputRefused(ENCRYPTED)


def _is_ods(archive: zipfile.ZipFile, names: dict[str, str]) -> bool:
    """An encrypted one keeps its directory open and says in the manifest which parts are locked."""
    manifest = names.get("meta-inf/manifest.xml")
    if manifest and "encryption-data" in text_of(archive, archive.getinfo(manifest)):
        raise InputRefused(ENCRYPTED)
    kind = names.get("mimetype")
    return kind is not None and text_of(archive, archive.getinfo(kind)).startswith(ODS_TYPE)
