"""The print."""

import gc
import socket

import pytest
from pypdf import PdfReader

from fengqiao.rulebook.reports import as_pdf
from fengqiao.rulebook.reports.printing import pdf_of

from .making import READING, area, judged, office, rooms, signage


@pytest.fixture(scope="module")
def pdf(city, heading, tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "报告.pdf"
    as_pdf(city, path, heading=heading)
    return PdfReader(path)


def test_pages_are_a4_and_numbered(pdf):
    assert len(pdf.pages) > len(pdf.outline)
    for number, page in enumerate(pdf.pages, start=1):
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
        assert f"— {number} —" in page.extract_text()


def test_headings_and_offices_are_bookmarks(pdf, city):
    titles = [entry.title for entry in _flat(pdf.outline)]

    assert titles[:2] == ["泰州新时代“枫桥式”司法所达标情况报告", "一、总体情况"]
    assert [title for title in titles if title.startswith("第0")] == [
        one.name for one in city.offices
    ]


def test_every_office_has_a_page_of_its_own(pdf, city):
    texts = [page.extract_text() for page in pdf.pages]

    for one in city.offices:
        assert sum(f"编码{one.code}" in text for text in texts) == 1


def test_an_office_with_as_many_items_as_the_standard_has_fits_on_its_page(tmp_path):
    items = [area("unmet")] * 4 + [signage(), rooms()] * 14
    as_pdf(judged([office("01", *items), office("02", *items)]), tmp_path / "报告.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "报告.pdf").pages]

    assert ["编码" in text for text in pages[-2:]] == [True, True]
    assert "附件2" in pages[-2]


@pytest.mark.parametrize("readings", [2, 5, 8, 11])
def test_the_signature_stands_with_the_end_of_the_text(readings, heading, tmp_path):
    as_pdf(judged([office("01")], [READING] * readings), tmp_path / "报告.pdf", heading=heading)
    texts = [page.extract_text() for page in PdfReader(tmp_path / "报告.pdf").pages]
    signed = next(text for text in texts if "2022年1月10日" in text)

    assert signed.index("达到") < signed.index("附件") < signed.index("2022年1月10日")


def test_garbage_is_collected_again_afterwards(pdf):
    assert gc.isenabled()


def test_fonts_are_embedded(pdf):
    fonts = [font.get_object() for font in pdf.pages[0]["/Resources"]["/Font"].values()]

    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def _flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def test_no_address_is_fetched(tmp_path):
    """Neither one in the network nor a file of the machine."""
    secret = tmp_path / "secret.css"
    secret.write_text("body { color: red }", encoding="utf-8")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.3)
        outside = f"http://127.0.0.1:{listening.getsockname()[1]}/x.png"
        page = f'<link rel="stylesheet" href="{secret.as_uri()}"><img src="{outside}"><p>报告</p>'
        assert pdf_of(page).startswith(b"%PDF")
        with pytest.raises(TimeoutError):
            listening.accept()
