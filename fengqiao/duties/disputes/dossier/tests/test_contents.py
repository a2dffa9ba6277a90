"""What a file must hold, by kind, state and origin; and on which pages."""

import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.documents import DOCUMENTS
from fengqiao.duties.disputes.dossier.catalogue import CATALOGUE
from fengqiao.duties.disputes.dossier.contents import Stand, catalogue_of, missing, pages_of
from fengqiao.duties.disputes.dossier.keeping import move_up, take_out
from fengqiao.duties.disputes.dossier.tests.conftest import laid_in, pdf, upload
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, drafted, made
from fengqiao.kernel.documents.models import Paper


def lacks(case):
    return missing(catalogue_of(Dispute.objects.get(pk=case.pk)))


def line(case, entry):
    return next(one for one in catalogue_of(case) if one.entry.name == entry)


def titles(case, entry):
    return [(piece.title, piece.numbers) for piece in line(case, entry).pieces]


def test_every_paper_of_a_case_has_its_place_in_the_catalogue():
    placed = [name for entry in CATALOGUE for name in entry.papers]
    assert sorted(placed) == sorted(one.name for one in DOCUMENTS)


def test_what_is_missing_grows_with_the_case(case, office, do):
    assert lacks(case) == [], "nothing is due before it is accepted"
    accept(case, office.clerk)
    assert lacks(case) == ["当事人身份证明"]
    do(case, "start", rights_told=True)
    assert lacks(case) == ["当事人身份证明", "调解记录"]
    do(case, "session", way="place", record="双方到场")
    laid_in(case, "identity", office.clerk)
    assert lacks(case) == []


def test_a_written_agreement_is_missing_until_the_signed_one_lies_there(mediating, do, office):
    drafted(mediating, office.clerk)
    today = timezone.localdate()
    days = dict.fromkeys(("signed_on", "mediator_signed_on", "sealed_on"), today)
    agreed = do(mediating, "agree", form="written", **days)
    assert "调解协议书或者口头协议登记表的签名、盖章件" in lacks(agreed)
    paper = Paper.objects.about(agreed).get(document="disputes.agreement")
    laid_in(agreed, "agreement", office.clerk, paper=paper)
    assert "协议书" not in "".join(lacks(agreed))
    assert [title for title, _numbers in titles(agreed, "agreement")] == [paper.title]


def test_an_oral_agreement_needs_no_hand_on_it(mediating, do):
    agreed = do(mediating, "agree", form="oral", agreement="修好围墙。")
    assert line(agreed, "agreement").standing == Stand.HERE


def test_who_speaks_by_entrustment_needs_his_paper(case, office, do):
    accept(case, office.clerk)
    given = {"party": case.parties.first(), "standing": "entrusted", "name": "周律师"}
    do(
        case,
        "represent",
        parties=[given.pop("party")],
        paper="授权委托书",
        may_agree=False,
        **given,
    )
    assert "授权委托书、推选书" in lacks(case)


def test_official_mediation_asks_for_no_paper_of_a_committee(office):
    case = accept(made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE), office.clerk)
    names = {one.entry.name for one in catalogue_of(case)}
    assert not {"rights", "confirmation"} & names


def test_a_refusal_before_acceptance_needs_its_notice_alone(case, do):
    do(case, "decline", ground="elsewhere", reason="法院已立案", routes_told=True)
    case.refresh_from_db()
    assert [one.entry.name for one in catalogue_of(case) if one.needed] == ["ending"]


def test_pages_run_through_papers_and_scans(case, office):
    accept(case, office.clerk)
    Paper.objects.about(case).update(pages=2)
    laid_in(case, "identity", office.clerk, upload(), upload("副本.pdf", pdf(3)))
    assert titles(case, "application") == [("受理登记表", "1-2"), ("受理通知书", "3-4")]
    assert titles(case, "identity") == [("当事人身份证明", "7"), ("当事人身份证明", "8-10")]
    assert pages_of(catalogue_of(case)) == 10


def test_a_signed_copy_lies_in_the_place_of_our_print(case, office):
    accept(case, office.clerk)
    Paper.objects.about(case).update(pages=1)
    register = Paper.objects.about(case).get(document="disputes.register")
    laid_in(case, "application", office.clerk, upload("签.pdf", pdf(2)), paper=register)
    assert titles(case, "application") == [("受理登记表", "1-2"), ("受理通知书", "3")]


def test_scans_are_moved_and_taken_out(case, office):
    accept(case, office.clerk)
    first, second, third = laid_in(case, "evidence", office.clerk, *(upload() for _ in range(3)))
    move_up(enclosure=third, by=office.clerk)
    move_up(enclosure=first, by=office.clerk)  # the first already
    assert [one.record.pk for one in line(case, "evidence").pieces] == [
        first.pk,
        third.pk,
        second.pk,
    ]
    take_out(enclosure=first, why="拍糊了", by=office.clerk)
    assert [one.record.pk for one in line(case, "evidence").pieces] == [third.pk, second.pk]


def test_what_arose_before_a_ledger_was_taken_over_is_not_missing(case, office):
    accept(case, office.clerk)
    Paper.objects.about(case).delete()
    Dispute.objects.filter(pk=case.pk).update(taken_over="accepted")
    taken = actions.act(
        case=Dispute.objects.get(pk=case.pk),
        name="start",
        given={"on": timezone.localdate(), "rights_told": True},
        by=office.clerk,
    )
    found = {one.entry.name: one.standing for one in catalogue_of(taken)}
    assert found["identity"] == found["application"] == Stand.NOT_TAKEN_OVER
    assert found["sessions"] == Stand.MISSING, "mediation began here"


@pytest.mark.parametrize("state", ["replaced", "void"])
def test_a_paper_that_holds_no_more_is_not_in_the_file(case, office, state):
    accept(case, office.clerk)
    Paper.objects.about(case).filter(document="disputes.register").update(state=state)
    assert [title for title, _pages in titles(case, "application")] == ["受理通知书"]
