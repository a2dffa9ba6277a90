import io
from unicodedata import normalize

import pytest
from django.utils import timezone
from pypdf import PdfReader

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.audit.models import Entry


def words(page):
    assert page.status_code == 200
    assert page["Content-Type"] == "application/pdf"
    drawn = "".join(one.extract_text() for one in PdfReader(io.BytesIO(page.content)).pages)
    return "".join(normalize("NFKC", drawn).split())


@pytest.mark.parametrize("kind", Kind)
def test_the_notice_of_acceptance_cites_the_law_that_binds_it(clerk, office, kind):
    case = accept(made(office.area, office.clerk, kind=kind), office.clerk)
    text = words(clerk.get(f"{case.get_absolute_url()}notice/"))
    assert "受理通知书" in text
    assert "周海涛、钱春梅" in text
    assert ("人民调解法" in text) is (kind != Kind.ADMINISTRATIVE)
    assert Entry.objects.about(case).filter(act="disputes.printed").exists()


def test_who_is_not_accepted_reads_why_and_where_to_go(clerk, case, office):
    given = {
        "on": timezone.localdate(),
        "ground": "elsewhere",
        "reason": "法院已立案",
        "routes_told": True,
    }
    actions.act(case=case, name="decline", given=given, by=office.clerk)
    text = words(clerk.get(f"{case.get_absolute_url()}notice/"))
    assert "法院已立案" in text
    assert "仲裁、行政、司法" in text


def test_before_it_is_decided_there_is_no_notice(clerk, case):
    assert clerk.get(f"{case.get_absolute_url()}notice/").status_code == 404
