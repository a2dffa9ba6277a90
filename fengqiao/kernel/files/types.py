"""What is taken at all, told by its content and never by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.lib.faults import InputRefused

OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Type:
    """`shown`: a browser may show it in the page; everything else is saved."""

    name: str
    label: str | Promise
    ending: str
    mime: str
    begins: Callable[[bytes], bool]
    shown: bool = False


def _zipped(part: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and part in data


def _is_text(data: bytes) -> bool:
    if b"\0" in data or not data:
        return False
    return any(_decodes(data, name) for name in ("utf-8", "gb18030"))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


TYPES = {
    one.name: one
    for one in [
        Type(
            "jpeg",
            gettext_lazy("JPEG 图片"),
            "jpg",
            "image/jpeg",
            lambda data: data.startswith(b"\xff\xd8\xff"),
            shown=True,
        ),
        Type(
            "png",
            gettext_lazy("PNG 图片"),
            "png",
            "image/png",
            lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
            shown=True,
        ),
        Type("pdf", "PDF", "pdf", "application/pdf", lambda data: data.startswith(b"%PDF-")),
        Type(
            "docx",
            gettext_lazy("Word 文件(.docx)"),
            "docx",
            f"{OFFICE}wordprocessingml.document",
            _zipped(b"word/document.xml"),
        ),
        Type(
            "xlsx",
            gettext_lazy("Excel 表格(.xlsx)"),
            "xlsx",
            f"{OFFICE}spreadsheetml.sheet",
            _zipped(b"xl/workbook.xml"),
        ),
        Type("text", gettext_lazy("纯文本"), "txt", "text/plain; charset=utf-8", _is_text),
    ]
}
HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def type_of(data: bytes, allowed: tuple[str, ...]) -> Type:
    """The type of the content; refused in a sentence that says what it is instead."""
    taken = [TYPES[name] for name in allowed]
    for one in taken:
        if one.begins(data):
            return one
    wanted = "、".join(str(one.label) for one in taken)
    raise InputRefused(_said(data).format(wanted=wanted))


def _said(data: bytes) -> str:
    if not data:
        return _("文件是空的。")
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        return _("这是 HEIC 照片,没有保存。请在手机相机设置里选“兼容性最佳”重拍,或另存为 JPEG。")
    if data.startswith(OLE):
        return _("这是旧版的 Office 文件或已加密的文件,没有保存。请去掉密码,另存为新版格式。")
    if found := _guessed(data):
        return _("文件内容是 %(found)s,这里只收{wanted}。") % {"found": found}
    return _("认不出文件的内容,这里只收{wanted}。")


def _guessed(data: bytes) -> str:
    """What it seems to be, by the ending that belongs to its first bytes."""
    import puremagic

    try:
        ending: str = puremagic.from_string(data[:8192])
    except (puremagic.PureError, ValueError):
        return ""
    return ending.lstrip(".").upper()
