"""Plain text is kept in one encoding."""

from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused


def as_utf8(data: bytes) -> bytes:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).encode("utf-8")
        except UnicodeDecodeError:
            continue
    raise InputRefused(_("文本的编码认不出,请另存为 UTF-8 后再传。"))
