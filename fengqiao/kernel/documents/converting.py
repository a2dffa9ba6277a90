"""A Word file as PDF by LibreOffice, where it is installed; the system works without it."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from fengqiao.rulebook.reports.word_layout import INSTEAD, XIAOBIAOSONG

PATIENCE = 120  # seconds
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
FONTS = {**dict.fromkeys([*INSTEAD, *INSTEAD.values()], SERIF), "黑体": SANS, "SimHei": SANS}


def program() -> str | None:
    return shutil.which("soffice")


def pdf_of(word: bytes) -> bytes | None:
    """None without LibreOffice. A profile of its own for each run: two at once would wait for one
    another for ever."""
    office = program()
    if office is None:
        return None
    with TemporaryDirectory(prefix="fengqiao-word-") as folder:
        place = Path(folder)
        (place / "paper.docx").write_bytes(word)
        (place / "fonts.conf").write_text(_fonts(), encoding="utf-8")
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            f"{folder}/paper.docx",
        ]
        environment = {**os.environ, "FONTCONFIG_FILE": f"{folder}/fonts.conf", "HOME": folder}
        subprocess.run(  # noqa: S603 - LibreOffice, words of ours
            command, check=True, timeout=PATIENCE, capture_output=True, env=environment
        )
        return (place / "paper.pdf").read_bytes()


def _fonts() -> str:
    """The fonts of the standard are not free: what is drawn in their stead where they are missing."""
    named = {XIAOBIAOSONG: SERIF} | FONTS
    aliases = "".join(
        f"<alias binding='same'><family>{escape(name)}</family>"
        f"<accept><family>{other}</family></accept></alias>"
        for name, other in named.items()
    )
    return (
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>"
        f"{aliases}</fontconfig>"
    )
