import io
from unicodedata import normalize

import pytest
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from fengqiao.duties.disputes.tests.made import accept
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.documents.drawing import draw
from fengqiao.kernel.documents.models import Paper


@pytest.fixture
def paper(case, office, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    accept(case, office.clerk)
    return Paper.objects.about(case).get(document="disputes.acceptance")


def address(paper, kind="pdf"):
    return reverse("disputes:paper", args=[paper.subject_id, paper.pk, kind])


def make(case, document):
    return reverse("disputes:make_paper", args=[case.pk, document])


def content(answer):
    assert answer.status_code == 200
    return io.BytesIO(b"".join(answer.streaming_content))


def test_a_drawn_paper_is_handed_out_in_both_forms_and_stays_the_same(clerk, paper, case):
    draw(paper.pk)
    first = content(clerk.get(address(paper))).getvalue()
    draw(paper.pk)  # a job that is done twice
    assert content(clerk.get(address(paper))).getvalue() == first
    page = PdfReader(io.BytesIO(first)).pages[0].extract_text()
    text = "".join(normalize("NFKC", page).split())
    assert "受理通知书" in text
    assert "周海涛、钱春梅" in text
    assert text.count(case.number) == 2, "on top of the page and below the title"
    word = Document(content(clerk.get(address(paper, "word"))))
    assert any("周海涛、钱春梅" in line.text for line in word.paragraphs)
    taken = Entry.objects.about(case).filter(act="disputes.paper_taken")
    assert taken.count() == 3
    answer = clerk.get(address(paper))
    assert "DC" in answer["Content-Disposition"]
    answer.close()


def test_a_paper_that_is_not_drawn_yet_is_asked_for_later(clerk, paper, case):
    answer = clerk.get(address(paper), follow=True)
    assert "文书正在生成" in answer.content.decode()
    assert not Entry.objects.about(case).filter(act="disputes.paper_taken").exists()


def test_a_stranger_finds_no_paper_and_a_bureau_may_not_read_it(stranger, bureau, paper):
    assert stranger.get(address(paper)).status_code == 404
    assert bureau.get(address(paper)).status_code == 403


def test_the_case_page_lists_its_papers(clerk, paper, case):
    page = clerk.get(case.get_absolute_url()).content.decode()
    for title in ("受理登记表", "受理通知书", "权利义务告知书", "正在生成"):
        assert title in page


def test_what_is_typed_for_an_application_stands_on_it_alone(clerk, case):
    party = case.parties.first()
    sent = {"issue": "True", f"nation_{party.pk}": "回族", f"work_{party.pk}": "木工"}
    assert clerk.post(make(case, "application"), sent).status_code == 302
    values = Paper.objects.about(case).get().values
    assert values["申请方"].startswith("周海涛,回族,木工")
    assert Entry.objects.about(case).filter(act="disputes.paper_made").exists()


def test_an_inquiry_wants_who_was_asked_and_what_was_said(clerk, case):
    answer = clerk.post(make(case, "asked"), {"issue": "True", "record": "问了经过"})
    assert answer.status_code == 400
    assert "问了经过" in answer.content.decode()
    assert not Paper.objects.about(case).exists()
    sent = {"issue": "True", "record": "问了经过", "asked": "邻居甲"}
    for _turn in range(2):
        assert clerk.post(make(case, "asked"), sent).status_code == 302
    assert Paper.objects.about(case).standing().count() == 2, "a second inquiry replaces none"


def test_an_act_makes_its_papers_and_nobody_else(clerk, case):
    assert clerk.get(make(case, "register")).status_code == 404
