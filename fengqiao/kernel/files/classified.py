"""Refuses what bears the mark of a state secret (PRV-23: 保守国家秘密法 29, 31).

A mark is the degree, a star, and mostly a term (机密★1年), on the first page or in the name. Words
alone are none: 商业秘密 is a cause of action, and a leaflet may explain what 绝密 means.
"""

import io
import re
import shutil
import subprocess
import zipfile
from html import unescape

from django.utils.translation import gettext as _

from fengqiao.kernel.files.checks.office import read
from fengqiao.kernel.files.types import Type
from fengqiao.lib.faults import InputRefused

LINES = 30  # of the beginning, where a mark stands
SECONDS = 20
DEGREE = r"(?:绝\s*密|机\s*密|秘\s*密)"
MARK = re.compile(rf"{DEGREE}\s*[★☆✩✭⭐*＊]")
ALONE = re.compile(rf"[【\[(（〔]?\s*{DEGREE}\s*[】\])）〕]?(?:\s*(?:\d+\s*年|长期|启用前))?")
IN_NAME = re.compile(rf"(?:^|[\s_\-—.【\[(（〔]){DEGREE}(?:$|[\s_\-—.】\])）〕])")
PARTS = re.compile(
    r"word/(document|header\d*|footer\d*)\.xml|xl/(sharedStrings|worksheets/sheet1)\.xml"
)
PARAGRAPH = re.compile(r"</w:p>|</si>|</oddHeader>|</row>")
TAG = re.compile(r"<[^>]+>")


class Classified(InputRefused):
    """A file that bears a mark; its message names the articles."""


def refuse_classified(name: str, type_: Type, data: bytes) -> None:
    """Raises Classified where a mark is found."""
    refuse_marked(name, text_of(type_, data))


def refuse_marked(name: str, *texts: str) -> None:
    """The same of the name of a file, and of the beginnings of what it says."""
    stem = name.rpartition(".")[0] or name
    if MARK.search(stem) or IN_NAME.search(stem) or any(map(is_marked, texts)):
        raise Classified(
            _(
                "文件带有国家秘密标志,没有保存。本系统不是涉密信息系统,"
                "不得存储、处理国家秘密(保守国家秘密法第二十九条、第三十一条),请按保密规定办理。"
            )
        )


def is_marked(text: str) -> bool:
    """A mark with its star anywhere in the beginning, or the degree on a line of its own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:LINES]
    return any(MARK.search(line) or ALONE.fullmatch(line) for line in lines)


def text_of(type_: Type, data: bytes) -> str:
    """The beginning of what the file says, a paragraph a line; empty where it cannot be read."""
    if type_.name == "text":
        return data.decode("utf-8", "replace")
    if type_.name in ("docx", "xlsx"):
        return "\n".join(_office(data))
    return _pdf(data) if type_.name == "pdf" else ""


def _office(data: bytes) -> list[str]:
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if PARTS.fullmatch(entry.filename):
                text = PARAGRAPH.sub("\n", read(archive, entry).decode("utf-8", "replace"))
                plain = [unescape(TAG.sub("", line)).strip() for line in text.splitlines()]
                # headers first: each part gives its own beginning
                lines += [line for line in plain if line][:LINES]
    return sorted(lines, key=lambda line: not MARK.search(line))


def _pdf(data: bytes) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        return ""
    try:
        done = subprocess.run(
            [tool, "-l", "2", "-layout", "-", "-"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")
