"""Each act makes its papers, with what was true then."""

import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.documents import DOCUMENTS
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.papers import by_hand, make
from fengqiao.duties.disputes.tests.made import accept, drafted, made
from fengqiao.kernel.documents.layouts import places
from fengqiao.kernel.documents.models import Paper, PaperState
from fengqiao.kernel.jobs.models import Job

ENDED_BY_COMMITTEE = {"rights", "agreement"}


@pytest.fixture
def do(office):
    def done(case, name, **given):
        given = {"on": timezone.localdate(), **given}
        return actions.act(case=case, name=name, given=given, by=office.clerk)

    return done


@pytest.fixture
def mediating(case, office, do):
    return do(accept(case, office.clerk), "start", rights_told=True)


def named(case, **only):
    rows = Paper.objects.about(case).filter(**only)
    return [paper.document.partition(".")[2] for paper in rows]


def agreed(case, do, form, **given):
    today = timezone.localdate()
    if form == "written":
        drafted(case, case.owner)
    days = dict.fromkeys(("signed_on", "mediator_signed_on", "sealed_on"), today)
    return do(case, "agree", form=form, agreement="修好围墙。", **days, **given)


def test_acceptance_makes_register_notice_and_rights(case, office):
    accept(case, office.clerk)
    assert named(case) == ["register", "acceptance", "rights"]
    assert Job.objects.filter(kind="documents.draw").count() == 1


def test_in_official_mediation_no_paper_is_a_committees(office, do):
    case = accept(made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE), office.clerk)
    agreed(do(case, "start", rights_told=True), do, "written")
    assert not ENDED_BY_COMMITTEE & set(named(case))
    assert "official_agreement" in named(case)
    assert all("人民调解" not in str(paper.values) for paper in Paper.objects.about(case))


@pytest.mark.parametrize(("form", "name"), [("written", "agreement"), ("oral", "oral")])
def test_an_agreement_is_written_down_in_its_form(mediating, do, form, name):
    agreed(mediating, do, form)
    assert named(mediating)[-2:] == [name, "report"]


def test_a_written_one_is_printed_before_it_is_signed_and_not_again(mediating, do, office):
    case = drafted(mediating, office.clerk)
    document = next(one for one in by_hand(case) if one.name == "agreement")
    paper = make(case=case, document=document, by=office.clerk)
    assert "木料款" in paper.values["协议内容"]
    agreed(case, do, "written")
    assert named(case).count("agreement") == 1


def test_what_has_a_number_of_its_own_has_the_next_of_its_series(mediating, do, case):
    agreed(mediating, do, "written")
    numbers = Paper.objects.about(case).exclude(number="").values_list("number", flat=True)
    assert [number[number.index("海") :] for number in numbers] == ["海陵调协字第00001号"]


def test_a_refusal_says_on_paper_why_and_where_to_go(case, do):
    do(case, "decline", ground="elsewhere", reason="法院已立案", routes_told=True)
    values = Paper.objects.about(case).get().values
    assert values["理由"] == "法院已立案"


@pytest.mark.parametrize(("private", "papers"), [(False, ["session"]), (True, [])])
def test_a_private_talk_is_never_printed(mediating, do, private, papers):
    do(mediating, "session", way="place", record="只对调解员说的话", private=private)
    assert named(mediating, document="disputes.session") == papers
    printed = [paper for paper in Paper.objects.about(mediating) if "只对" in str(paper.values)]
    assert len(printed) == len(papers)


def test_who_speaks_for_a_party_stands_beside_it_and_who_no_longer_does_not(case, do, office):
    party = case.parties.first()
    for name, relation in (("王明", "律师"), ("李强", "")):
        given = {"parties": [party], "standing": "entrusted", "name": name, "relation": relation}
        event = {"on": timezone.localdate(), "paper": "授权委托书", "may_agree": True, **given}
        actions.act(case=case, name="represent", given=event, by=office.clerk)
    last = case.representatives.get(name="李强")
    do(case, "unrepresent", representative=last, reason="撤销委托")
    accept(Dispute.objects.get(pk=case.pk), office.clerk)
    shown = Paper.objects.about(case).get(document="disputes.register").values["申请方"]
    assert shown.endswith("委托代理人王明(律师)")
    assert "李强" not in shown


def test_what_stands_on_a_paper_stays_when_the_case_changes(mediating, do):
    before = Paper.objects.about(mediating).get(document="disputes.register").values
    do(mediating, "amend", matter="land", difficulty="hard", summary="改过的情况", request="")
    assert Paper.objects.about(mediating).get(document="disputes.register").values == before


def test_the_papers_of_a_mistaken_act_are_void_and_their_numbers_go_on(mediating, do, office):
    case = agreed(mediating, do, "written")
    actions.take_back(case=case, reason="误点", by=office.clerk)
    assert set(named(case, state=PaperState.VOID)) == {"agreement", "report"}
    agreed(Dispute.objects.get(pk=case.pk), do, "written")
    first, second = Paper.objects.about(case).filter(document="disputes.agreement")
    assert (first.state, second.state) == (PaperState.VOID, PaperState.STANDING)
    assert (second.number, second.version) == (first.number, 2)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)
def test_every_layout_asks_only_for_what_its_paper_knows(mediating, document, do):
    do(mediating, "session", way="place", record="双方到场")
    case = Dispute.objects.get(pk=mediating.pk)
    known = set(document.fields(case, None)) | {"文号"}
    assert known == set(document.names)
    for layout in document.layouts:
        assert places(layout) <= known
