"""Names are shown and saved again, so they hold nothing that misleads."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.files.naming import LONGEST, UNSEEN, cleaned
from fengqiao.kernel.files.types import TYPES
from fengqiao.lib.faults import InputRefused

PDF = TYPES["pdf"]


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("调解协议.pdf", "调解协议.pdf"),
        ("C:\\文书\\协议.PDF", "协议.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("收据.2026.11.pdf", "收据.2026.11.pdf"),
        ("收据 2026.11.25", "收据 2026.11.pdf"),
        ("\u202efdp.照片\x00.pdf", "fdp.照片.pdf"),
        ("  多   空格 .pdf", "多 空格.pdf"),
        ("", "文件.pdf"),
        ("CON.pdf", "文件.pdf"),
        ("...", "文件.pdf"),
        ("问?号*.pdf", "问_号_.pdf"),
    ],
)
def test_a_name(given_name, kept):
    assert cleaned(given_name, PDF) == kept


@pytest.mark.parametrize(
    "name", ["通知.exe.pdf", "通知.pdf.exe", "a.JS", "a.html", "a.svg", "a.bat.txt"]
)
def test_the_ending_of_a_program_is_refused(name):
    with pytest.raises(InputRefused, match="程序"):
        cleaned(name, PDF)


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_can_be_saved(name):
    try:
        kept = cleaned(name, PDF)
    except InputRefused:
        return
    assert kept.endswith(".pdf")
    assert 4 < len(kept) <= LONGEST + 4
    assert not set('/\\<>:"|?*') & set(kept)
    assert not [one for one in kept if unicodedata.category(one) in UNSEEN]
    assert cleaned(kept, PDF) == kept
