"""PDF: no script, no program to be started, no file inside, no password.

Names may be written with #xx, and may lie in packed streams; both are undone before they are looked
for. A packed stream of another sort than Flate holds no objects.
"""

import re
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused

UNPACKED = 64 * 1024 * 1024  # bytes that are looked at
STREAM = re.compile(rb"stream\r?\n")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
FORBIDDEN = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|EF|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b"
)
LOCKED = re.compile(rb"/Encrypt\b")


def checked(data: bytes) -> bytes:
    if b"%%EOF" not in data[-2048:]:
        raise InputRefused(_("PDF 读不通,可能没有传完整。请重传。"))
    for part in _parts(data):
        plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)
        if LOCKED.search(plain):
            raise InputRefused(_("PDF 有密码,无法检查,没有保存。请去掉密码后再传。"))
        if FORBIDDEN.search(plain):
            raise InputRefused(
                _("PDF 里有脚本、内嵌文件或可运行的内容,没有保存。请打印为新的 PDF 再传。")
            )
    return data


def _parts(data: bytes) -> Iterator[bytes]:
    """The file without the packed bytes of its streams, then what those of objects hold."""
    left, at = UNPACKED, 0
    for begin in STREAM.finditer(data):
        yield data[at : begin.end()]
        at = data.find(b"endstream", begin.end())
        if at < 0:
            return
        header = data[max(0, begin.start() - 2048) : begin.start()].rpartition(b"obj")[2]
        if b"/Image" in header or b"FontFile" in header:
            continue
        opened = _unpacked(data[begin.end() : at], left)
        left -= len(opened)
        if left <= 0:
            raise InputRefused(_("PDF 的内容太大,无法检查,没有保存。"))
        if b"ObjStm" in ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), header):
            yield opened
    yield data[at:]


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
