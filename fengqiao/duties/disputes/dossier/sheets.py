"""Scans as pages of A4: counted when they are brought, drawn when the file is."""

import io
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST = 300  # pages of one scan
DOTS = 200  # an inch, on paper
LONG, SHORT = 297, 210  # mm
INCH = 25.4  # mm
POINTS = 72 / INCH  # a mm


def counted(type_: str, data: bytes) -> int:
    """The pages of a file that is brought: a picture is one; refused where it cannot be read."""
    if type_ != "pdf":
        return 1
    try:
        pages = len(reader(data).pages)
    except Exception:  # a broken PDF has many ways to say so
        raise InputRefused(_("PDF 读不通,不能放进卷宗。请重新扫描,或者打印为新的 PDF。")) from None
    if not pages:
        raise InputRefused(_("PDF 里没有一页,没有保存。"))
    if pages > MOST:
        said = {"pages": pages, "most": MOST}
        raise InputRefused(_("PDF 有%(pages)s页,一份最多%(most)s页,请分成几份。") % said)
    return pages


def reader(data: bytes) -> "PdfReader":
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(data), strict=False)


def small(data: bytes) -> tuple[bytes, bool]:
    """A picture as JPEG of what a printer can show of it; and whether it lies across."""
    from PIL import Image

    found: Any = Image.open(io.BytesIO(data))
    found.thumbnail((_dots(LONG), _dots(LONG)))
    flat = Image.new("RGB", found.size, "white")
    flat.paste(found, mask=found.getchannel("A") if found.mode == "RGBA" else None)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=82)
    return out.getvalue(), found.width > found.height


def fit(page: Any) -> None:
    """A page upright, and no larger than A4."""
    if page.rotation:
        page.transfer_rotation_to_content()
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    most = (LONG, SHORT) if width > height else (SHORT, LONG)
    share = min(most[0] * POINTS / width, most[1] * POINTS / height)
    if share < 1:
        page.scale_by(share)


def _dots(length: float) -> int:
    return round(length / INCH * DOTS)
