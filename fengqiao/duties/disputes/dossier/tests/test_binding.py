"""The file as one PDF: a draft at any time, bound for good once the case has ended."""

import io
from unicodedata import normalize

import pytest
from django.urls import reverse
from pypdf import PdfReader

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.dossier.binding import bind, values_of
from fengqiao.duties.disputes.dossier.drawing import draw
from fengqiao.duties.disputes.dossier.keeping import take_out
from fengqiao.duties.disputes.dossier.tests.conftest import laid_in, pdf, upload
from fengqiao.duties.disputes.models import Dispute, DossierDraft
from fengqiao.duties.disputes.tasks import make_draft
from fengqiao.duties.disputes.tests.made import accept
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.documents import drawing
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.files.keeping import content
from fengqiao.kernel.files.models import StoredFile
from fengqiao.lib.faults import InputRefused


class Silent:
    def say(self, words, step=0, steps=0):
        return None


@pytest.fixture
def refused(case, office, do):
    accept(case, office.clerk)
    do(case, "refuse", routes_told=True)
    return Dispute.objects.get(pk=case.pk)


@pytest.fixture
def complete(refused, office):
    laid_in(refused, "identity", office.clerk, upload(size=(900, 500)))
    for paper in Paper.objects.about(refused):
        drawing.draw(paper.pk)
    return refused


def typed(**more):
    return {"立卷人": "clerk甲", **more}


def text_of(page):
    return "".join(normalize("NFKC", page.extract_text()).split())


def pages_of(data):
    return PdfReader(io.BytesIO(data)).pages


def address(case, name, *more):
    return reverse(f"disputes:{name}", args=[case.pk, *more])


def test_all_lies_in_one_pdf_in_order_with_running_numbers(complete, office):
    laid_in(complete, "evidence", office.clerk, upload("合同.pdf", pdf(3, turned=90)), title="合同")
    pages = pages_of(draw(values_of(complete)))
    front, inside = pages[:2], pages[2:-1]
    assert "草卷" in text_of(front[0])
    catalogue = text_of(front[1])
    last = len(inside)
    for shown in ("受理登记表1必须", "当事人身份证明", f"合同{last - 4}-{last - 2}按需"):
        assert shown in catalogue
    numbers = [text_of(page)[-12:] for page in inside]
    wanted = [f"第{at}页共{last}页" for at in range(1, last + 1)]
    assert all(number.endswith(one) for number, one in zip(numbers, wanted, strict=True))
    assert f"本卷共{last}页" in text_of(pages[-1])


def test_a_scan_across_lies_across_and_nothing_is_larger_than_the_sheet(complete, office):
    laid_in(complete, "evidence", office.clerk, upload("图.pdf", pdf(1, size=(2384, 1684))))
    sizes = [
        tuple(round(float(n)) for n in page.mediabox[2:])
        for page in pages_of(draw(values_of(complete)))
    ]
    assert set(sizes) == {(595, 842), (842, 595)}
    assert sizes.count((842, 595)) == 2, "the card and the large drawing"


def test_a_file_of_thirty_pages_keeps_its_order(complete, office):
    laid_in(complete, "evidence", office.clerk, upload("流水.pdf", pdf(30)), title="流水")
    reader = PdfReader(io.BytesIO(draw(values_of(complete))))
    titles = [one.title for one in reader.outline]
    assert titles[0] == "封面和目录"
    assert titles[-1] == "备考表"
    assert len(reader.pages) > 35


def test_the_draft_is_made_anew_in_its_place(complete, office):
    for _turn in range(2):
        assert make_draft(progress=Silent(), by=office.clerk, case=complete.pk)
    draft = DossierDraft.objects.get(pk=complete.pk)
    assert StoredFile.objects.filter(kind="disputes.dossier_draft").get() == draft.stored
    assert len(pages_of(content(draft.stored))) == draft.pages


def test_a_draft_draws_the_papers_that_are_not_drawn_yet(refused, office):
    make_draft(progress=Silent(), by=office.clerk, case=refused.pk)
    assert all(paper.is_drawn for paper in Paper.objects.about(refused))


def test_what_is_bound_is_frozen_with_number_and_seal(complete, office):
    paper = bind(case=complete, by=office.clerk, typed=typed(保管期限="长期"))
    assert paper.number.endswith("海陵卷字第00001号")
    drawing.draw(paper.pk)
    paper.refresh_from_db()
    cover = text_of(pages_of(content(paper.pdf))[0])
    for shown in (paper.number, "长期", "clerk甲", "校验码", "周海涛、钱春梅邻里纠纷"):
        assert normalize("NFKC", shown) in cover
    assert "草卷" not in cover
    assert paper.word is None
    assert Entry.objects.about(complete).filter(act="disputes.bound").exists()


def test_what_was_taken_out_afterwards_stays_in_the_bound_file(complete, office):
    paper = bind(case=complete, by=office.clerk, typed=typed())
    scan = complete.enclosures.get()
    take_out(enclosure=scan, why="放错了", by=office.clerk)
    drawing.draw(paper.pk)
    paper.refresh_from_db()
    assert "当事人身份证明" in text_of(pages_of(content(paper.pdf))[1])


def test_bytes_that_are_not_those_frozen_are_not_drawn(complete, office):
    paper = bind(case=complete, by=office.clerk, typed=typed())
    StoredFile.objects.filter(pk=complete.enclosures.get().stored_id).update(digest="0" * 64)
    with pytest.raises(LookupError, match="not what was frozen"):
        drawing.draw(paper.pk)


def test_an_open_case_a_paper_not_drawn_or_a_gap_keep_it_from_being_bound(
    refused, office, case, do
):
    with pytest.raises(InputRefused, match="还在生成"):
        bind(case=refused, by=office.clerk, typed=typed())
    for paper in Paper.objects.about(refused):
        drawing.draw(paper.pk)
    with pytest.raises(InputRefused, match="还缺:当事人身份证明"):
        bind(case=refused, by=office.clerk, typed=typed())
    assert bind(case=refused, by=office.clerk, typed=typed(情况说明="当事人没有带身份证。"))
    do(refused, "reopen", reason="又愿意调解", to=office.clerk)
    with pytest.raises(InputRefused, match="结案以后"):
        bind(case=refused, by=office.clerk, typed=typed())


def test_a_case_taken_up_again_lets_its_bound_file_lapse(complete, office, do):
    paper = bind(case=complete, by=office.clerk, typed=typed())
    again = do(complete, "reopen", reason="又起争执", to=office.clerk)
    paper.refresh_from_db()
    assert paper.state == "lapsed"
    actions.take_back(case=again, reason="点错了", by=office.clerk)
    paper.refresh_from_db()
    assert paper.state == "standing"


def test_bound_again_it_has_its_number_and_a_new_version(complete, office):
    first = bind(case=complete, by=office.clerk, typed=typed())
    laid_in(complete, "visits", office.clerk)
    second = bind(case=complete, by=office.clerk, typed=typed())
    assert (second.number, second.version) == (first.number, 2)


def test_the_page_binds_and_gives_the_pdf_out(clerk, complete, office):
    page = address(complete, "dossier")
    assert clerk.post(address(complete, "bind"), {"keep": "长期"}).status_code == 302
    assert "正在生成" in clerk.get(page).content.decode()
    paper = Paper.objects.about(complete).get(document="disputes.dossier")
    drawing.draw(paper.pk)
    text = clerk.get(page).content.decode()
    assert "下载整卷 PDF" in text
    assert "btn-primary" not in text, "nothing wants to be done"
    assert "生成草卷" not in text
    answer = clerk.get(address(complete, "paper", paper.pk, "pdf"))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert Entry.objects.about(complete).filter(act="disputes.paper_taken").exists()
    laid_in(complete, "visits", office.clerk)
    assert "立卷以后卷内材料有变动" in clerk.get(page).content.decode()
    assert "调解卷宗" not in clerk.get(complete.get_absolute_url()).content.decode()


def test_a_gap_without_a_word_is_said_at_its_field(clerk, refused):
    for paper in Paper.objects.about(refused):
        drawing.draw(paper.pk)
    answer = clerk.post(address(refused, "bind"), {"keep": "长期"})
    assert answer.status_code == 400
    assert "当事人身份证明" in answer.content.decode()


def test_a_draft_is_asked_for_and_handed_out(clerk, complete, office):
    assert clerk.get(address(complete, "draft")).status_code == 404
    answer = clerk.post(address(complete, "make_draft"))
    assert "/jobs/" in answer.url
    make_draft(progress=Silent(), by=office.clerk, case=complete.pk)
    answer = clerk.get(address(complete, "draft"))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


@pytest.mark.django_db(transaction=True)
def test_a_draft_is_asked_for_outside_any_other_transaction(clerk, case):
    assert "/jobs/" in clerk.post(address(case, "make_draft")).url
    assert Entry.objects.about(case).filter(act="disputes.draft_asked").exists()


def test_an_outsider_gets_no_file_and_a_reader_is_refused(stranger, bureau, complete):
    for name in ("draft", "bind"):
        assert stranger.get(address(complete, name)).status_code == 404
        assert bureau.get(address(complete, name)).status_code == 403
    assert stranger.post(address(complete, "make_draft")).status_code == 404


def test_anybody_may_check_the_cover(client, complete, office):
    paper = bind(case=complete, by=office.clerk, typed=typed())
    text = client.get(reverse("documents:check", args=[paper.code])).content.decode()
    assert "调解卷宗" in text
    assert paper.number in text
    assert "周海涛" not in text
