"""The page of the file, and scans laid in by it."""

import pytest
from django.urls import reverse

from fengqiao.duties.disputes.dossier.tests.conftest import laid_in, pdf, upload
from fengqiao.duties.disputes.models import Enclosure
from fengqiao.duties.disputes.tests.made import accept
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.documents.models import Paper


@pytest.fixture(autouse=True)
def accepted(case, office):
    return accept(case, office.clerk)


def page(case):
    return reverse("disputes:dossier", args=[case.pk])


def adding(case, entry="evidence"):
    return reverse("disputes:enclose", args=[case.pk, entry])


def of(scan, name="enclosure"):
    return reverse(f"disputes:{name}", args=[scan.dispute_id, scan.pk])


def typeset_back(text):
    """With the half-width marks of the source."""
    return text.translate(str.maketrans("，：。", ",:。"))


def text_of(answer):
    return typeset_back(answer.content.decode())


def test_it_says_what_lies_there_and_what_is_missing(clerk, case):
    text = text_of(clerk.get(page(case)))
    for shown in ("还缺 1 项:当事人身份证明", "受理登记表", "正在生成", "必须", "按需"):
        assert shown in text
    case_page = text_of(clerk.get(case.get_absolute_url()))
    assert "当事人身份证明" in case_page
    assert page(case) in case_page


def test_several_photos_are_laid_in_at_once(clerk, case):
    sent = {"scans": [upload("正面.jpg"), upload("反面.jpg")], "title": "身份证"}
    answer = clerk.post(adding(case, "identity"), sent, follow=True)
    assert "已放入卷宗,共2页。" in text_of(answer)
    assert [one.title for one in Enclosure.objects.filter(dispute=case)] == ["身份证"] * 2
    entry = Entry.objects.about(case).get(act="disputes.enclosed")
    assert "当事人身份证明" in entry.label
    assert "应有的材料齐全" in text_of(answer)


def test_a_signed_copy_says_of_which_paper_it_is(clerk, case):
    rights = Paper.objects.about(case).get(document="disputes.rights")
    clerk.post(adding(case, "rights"), {"scans": [upload()], "paper": rights.pk})
    assert Enclosure.objects.get(dispute=case).paper == rights
    other = Paper.objects.about(case).get(document="disputes.register")
    wrong = {"scans": [upload()], "paper": other.pk}
    assert clerk.post(adding(case, "rights"), wrong).status_code == 400


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", b"MZ" + b"\0" * 100, "只收"),
        ("a.pdf", b"%PDF-1.7 nothing", "PDF 读不通"),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 64 + b"%%EOF", "不能放进卷宗"),
        ("a.pdf", pdf(301), "301页"),
        ("机密★1年.jpg", b"", "国家秘密"),
    ],
)
def test_what_cannot_be_kept_is_named_and_nothing_is_written(clerk, case, name, data, said):
    answer = clerk.post(adding(case), {"scans": [upload(), upload(name, data)]})
    assert answer.status_code == 400
    assert said in text_of(answer)
    assert name in text_of(answer)
    assert not Enclosure.objects.filter(dispute=case).exists()


def test_without_a_file_or_with_too_many_the_form_says_so(clerk, case):
    assert "请拍照或者选文件" in text_of(clerk.post(adding(case), {}))
    many = {"scans": [upload() for _turn in range(21)]}
    assert "一次最多选20个文件" in text_of(clerk.post(adding(case), many))


def test_who_looks_at_a_scan_is_recorded_once_a_day(clerk, case, office):
    (scan,) = laid_in(case, "identity", office.clerk)
    for _turn in range(2):
        answer = clerk.get(of(scan))
        assert answer["Content-Type"] == "image/jpeg"
        assert b"".join(answer.streaming_content)
    entry = Entry.objects.about(scan).get(act="disputes.enclosure_seen")
    assert entry.by == office.clerk
    assert "当事人身份证明" in entry.label


def test_it_is_moved_and_taken_out_with_a_reason(clerk, case, office):
    first, second = laid_in(case, "evidence", office.clerk, upload(), upload())
    clerk.post(of(second, "move_up"))
    assert list(Enclosure.objects.filter(dispute=case)) == [second, first]
    assert clerk.post(of(first, "take_out"), {"why": ""}).status_code == 400
    assert clerk.post(of(first, "take_out"), {"why": "拍糊了"}).status_code == 302
    assert clerk.get(of(first, "take_out")).status_code == 404
    assert Entry.objects.about(case).filter(act="disputes.unenclosed").exists()


def test_an_outsider_finds_nothing_and_a_reader_is_refused(stranger, bureau, case, office):
    (scan,) = laid_in(case, "evidence", office.clerk)
    for address in (page(case), adding(case), of(scan), of(scan, "take_out")):
        assert stranger.get(address).status_code == 404
        assert bureau.get(address).status_code == 403


def test_an_entry_of_another_kind_is_not_there(clerk, case):
    assert clerk.get(adding(case, "nothing")).status_code == 404


def test_many_scans_cost_no_more_queries(clerk, case, office, queries):
    laid_in(case, "evidence", office.clerk)
    clerk.get(page(case))
    few = len(queries(lambda: clerk.get(page(case))))
    laid_in(case, "evidence", office.clerk, *(upload() for _turn in range(8)))
    assert len(queries(lambda: clerk.get(page(case)))) == few
