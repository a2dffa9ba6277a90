"""The name under which a file was brought, made fit to be shown and saved again."""

import re
import unicodedata

from django.utils.translation import gettext as _

from fengqiao.kernel.files.types import Type
from fengqiao.lib.faults import InputRefused

LONGEST = 120  # characters, without the ending
# Control, format (direction marks among them), surrogate, private: nothing that a reader can see.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
RUNS = re.compile(
    r"\.(exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|lnk|jar|apk|sh|py|html?|svg|dll|pif)(\.|$)",
    re.IGNORECASE,
)
NO_NAME_OF_A_FILE = re.compile(r'[<>:"/\\|?*]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # devices of Windows


def cleaned(given: str, type_: Type) -> str:
    """The name without folders and unseen characters, ending as its content wants."""
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    name = "".join(one for one in name if unicodedata.category(one) not in UNSEEN)
    name = NO_NAME_OF_A_FILE.sub("_", name)
    if RUNS.search(name):
        raise InputRefused(_("文件名带有程序的扩展名,没有保存。"))
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 5 or not ending.isascii():
        stem = name
    stem = " ".join(stem.strip(". ").split())[:LONGEST].strip(". ")
    if not stem or RESERVED.fullmatch(stem):
        stem = _("文件")
    return f"{stem}.{type_.ending}"
