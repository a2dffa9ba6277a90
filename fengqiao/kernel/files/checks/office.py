"""Word and Excel files: no macro, nothing embedded that could run, nothing fetched from outside."""

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused

ENTRIES, UNPACKED, PART = 5_000, 256 * 1024 * 1024, 32 * 1024 * 1024
RUNS = re.compile(
    r"(vbaproject|vbadata|/activex/|/embeddings/|oleobject|\.bin$|/externallinks/|/macrosheets/"
    r"|/customui|/webextensions/|\.(exe|dll|js|vbs|bat|cmd|scr|hta|lnk|jar)$)",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
MACRO = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
OUTSIDE = re.compile(
    rb'<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*/hyperlink")[^>]*>', re.IGNORECASE
)
FIELD = re.compile(rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b")


def checked(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
        raise InputRefused(_("文件读不通,可能没有传完整或有密码。请重传。")) from None
    return data


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > ENTRIES or sum(one.file_size for one in entries) > UNPACKED:
        raise InputRefused(_("文件解开后太大,没有保存。"))
    for entry in entries:
        if RUNS.search(f"/{entry.filename}") and not HARMLESS.search(entry.filename):
            _refuse()
        if entry.filename.endswith((".rels", "[Content_Types].xml", "word/document.xml")):
            _check_part(read(archive, entry))


def _check_part(text: bytes) -> None:
    if b"<!DOCTYPE" in text or MACRO.search(text) or OUTSIDE.search(text) or FIELD.search(text):
        _refuse()


def _refuse() -> None:
    raise InputRefused(
        _("文件里有宏、内嵌对象或外部链接,没有保存。请另存为不带宏的文件,删去后再传。")
    )


def read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part, no more of it than its bound: the directory can lie."""
    with archive.open(entry) as part:
        text = part.read(PART + 1)
    if len(text) > PART:
        raise InputRefused(_("文件解开后太大,没有保存。"))
    return text
