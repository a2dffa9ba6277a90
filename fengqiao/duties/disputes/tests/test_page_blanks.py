"""Blank forms for a day without power."""

import io
from unicodedata import normalize

import pytest
from django.urls import reverse
from pypdf import PdfReader

from fengqiao.duties.disputes.blanks import ALL, KINDS, blanks_of, pdf_of
from fengqiao.duties.disputes.enums import Kind
from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.people.tests.made import make_user

PAGE = reverse("disputes:blanks")


def address(kind, name):
    return reverse("disputes:blank", args=[kind, name])


def text_of(data):
    pages = PdfReader(io.BytesIO(data)).pages
    return "".join(normalize("NFKC", "".join(page.extract_text() for page in pages)).split())


def test_the_page_offers_every_form_and_all_at_once(clerk):
    text = clerk.get(PAGE).content.decode()
    for kind in KINDS:
        assert address(kind, ALL) in text
        assert all(address(kind, one.name) in text for one in blanks_of(kind))
    assert PAGE in clerk.get(reverse("disputes:disputes")).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_one_pdf_holds_all_of_them(kind):
    text = text_of(pdf_of(kind, ALL))
    for shown in ("受理登记表", "调解记录", "口头协议登记表", "卷内目录", "备考表"):
        assert shown in text
    assert ("权利义务告知书" in text) == (kind == Kind.PEOPLE)
    assert ("人民调解" in text) == (kind == Kind.PEOPLE), "行政调解 has no paper of a committee"


def test_what_a_text_takes_has_lines_and_no_name_stands_on_it():
    data = pdf_of(Kind.PEOPLE, "session")
    assert "{{" not in text_of(data)
    drawn = PdfReader(io.BytesIO(data)).pages[0].get_contents().get_data()
    assert drawn.count(b" re") + drawn.count(b" l") > 11, "lines to write on"


def test_a_form_is_handed_out_as_pdf(clerk):
    answer = clerk.get(address("people", "session"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize(("kind", "name"), [("people", "x"), ("x", "all"), ("trade", "all")])
def test_a_form_that_is_not_there_is_not_found(clerk, kind, name):
    assert clerk.get(address(kind, name)).status_code == 404


def test_who_has_no_part_in_disputes_is_refused(office, sign_in):
    assert sign_in(make_user(office.area, Role.TOWNSHIP)).get(PAGE).status_code == 403
