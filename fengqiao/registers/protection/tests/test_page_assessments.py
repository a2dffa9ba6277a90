"""An assessment is written by one, approved by another, and comes back every year."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.notices.models import Notice
from fengqiao.registers.protection.models import Assessment

TODAY = timezone.localdate()
LIST, NEW = "/protection/assessments/", "/protection/assessments/new/"


def text_of(page):
    return page.content.decode()


def typed(**values):
    return {
        "title": "登记来访人员",
        "kinds": ["sensitive"],
        "processing": "柜台登记,加密保存",
        "purpose": "办理事项",
        "ground": "人民调解法",
        "necessity": "核对身份",
        "risks": "泄露",
        "measures": "遮盖、加密",
        "risk": "low",
    } | values


@pytest.fixture
def written(world, signed_in):
    assert signed_in.bureau.post(NEW, typed()).status_code == 302
    return Assessment.objects.get()


@pytest.fixture
def approved(written, signed_in):
    assert signed_in.second.post(f"{LIST}{written.pk}/approve/").status_code == 302
    written.refresh_from_db()
    return written


def test_it_is_written_for_ones_own_area_and_the_other_approvers_hear_of_it(world, written):
    assert (written.area, written.written_by, written.state) == (
        world.district,
        world.bureau,
        "draft",
    )
    assert set(Notice.objects.values_list("user", flat=True)) == {world.second.pk}


@pytest.mark.parametrize("field", typed())
def test_what_lacks_is_said_and_what_was_typed_stays(signed_in, field):
    page = signed_in.bureau.post(NEW, typed(**{field: []}))
    assert page.status_code == 400
    assert "请填写" in text_of(page) or "请选择" in text_of(page)
    assert not Assessment.objects.exists()
    if field != "purpose":
        assert "办理事项" in text_of(page)


def test_a_number_that_names_somebody_is_refused(signed_in):
    page = signed_in.bureau.post(NEW, typed(risks="如 13812345678 的信息"))
    assert page.status_code == 400
    assert "请删去" in text_of(page)


def test_who_wrote_it_does_not_approve_it(world, signed_in, written):
    page = signed_in.bureau.post(f"{LIST}{written.pk}/approve/", follow=True)
    assert "请另一位有权限的同志批准" in text_of(page)
    written.refresh_from_db()
    assert written.state == "draft"
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.update(approved_by=world.bureau)


def test_once_approved_its_year_runs_and_stands_on_the_day_of_who_wrote_it(
    world, signed_in, approved
):
    term = Term.objects.about(approved).get()
    assert (term.owner, term.cite) == (world.bureau, "")
    assert term.due_on > TODAY + timedelta(days=360)
    Term.objects.update(due_on=TODAY)
    assert approved.get_absolute_url() in text_of(signed_in.bureau.get("/"))
    page = text_of(signed_in.bureau.get(approved.get_absolute_url()))
    assert f"{TODAY.year + 3}-" in page  # kept until then at the least
    assert "内部时限" in page


def test_a_review_without_a_change_begins_a_new_year(signed_in, approved):
    assert signed_in.bureau.post(f"{LIST}{approved.pk}/review/").status_code == 302
    approved.refresh_from_db()
    assert approved.reviewed_on == TODAY
    states = list(Term.objects.about(approved).order_by("pk").values_list("state", flat=True))
    assert states == [TermState.MET, TermState.RUNNING]


def test_a_change_is_a_new_edition_and_the_former_one_is_kept(signed_in, approved):
    url = f"{LIST}{approved.pk}/renew/"
    assert signed_in.bureau.post(url, typed(risk="high")).status_code == 302
    assert signed_in.bureau.post(url, typed()).status_code == 400  # one waits already
    made = Assessment.objects.get(replaces=approved)
    approved.refresh_from_db()
    assert approved.state == "approved"
    signed_in.second.post(f"{LIST}{made.pk}/approve/")
    approved.refresh_from_db()
    assert (approved.state, approved.risk) == ("replaced", "low")
    assert Term.objects.about(approved).get().state == TermState.MET
    page = signed_in.bureau.get(LIST)
    assert [row.pk for row, _term in page.context["rows"]] == [made.pk]
    assert signed_in.bureau.get(approved.get_absolute_url()).status_code == 200


def test_what_is_given_back_is_changed_and_approved(signed_in, written):
    back = f"{LIST}{written.pk}/return/"
    assert signed_in.second.post(back, {"returned": ""}).status_code == 400
    assert signed_in.second.post(back, {"returned": "写明存多久"}).status_code == 302
    change = f"{LIST}{written.pk}/change/"
    assert "写明存多久" in text_of(signed_in.bureau.get(written.get_absolute_url()))
    assert signed_in.bureau.post(change, typed(measures="存三年")).status_code == 302
    written.refresh_from_db()
    assert (written.measures, written.returned) == ("存三年", "")


def test_what_was_approved_is_not_changed(signed_in, approved):
    page = signed_in.bureau.post(f"{LIST}{approved.pk}/change/", typed(measures="无"))
    assert page.status_code == 400
    assert "已批准" in text_of(page)
    approved.refresh_from_db()
    assert approved.measures == "遮盖、加密"


def test_an_office_reads_what_its_district_assessed_and_changes_nothing(signed_in, approved):
    assert signed_in.director.get(approved.get_absolute_url()).status_code == 200
    assert signed_in.director.post(f"{LIST}{approved.pk}/review/").status_code == 403
    assert signed_in.auditor.get(approved.get_absolute_url()).status_code == 200
    assert signed_in.auditor.post(NEW, typed()).status_code == 403


def test_an_outsider_finds_nothing_and_a_reader_is_refused(signed_in, reader, approved):
    for url in (approved.get_absolute_url(), f"{LIST}{approved.pk}/print/"):
        assert signed_in.stranger.get(url).status_code == 404
        assert reader.get(url).status_code == 403
    assert signed_in.stranger.get(LIST).context["rows"] == []


def test_each_step_is_in_the_trail_and_the_report_is_printed(signed_in, approved):
    acts = set(Entry.objects.about(approved).values_list("act", flat=True))
    assert acts == {"protection.assessed", "protection.approved"}
    page = signed_in.auditor.get(f"{LIST}{approved.pk}/print/")
    assert page.content.startswith(b"%PDF")


def test_the_list_takes_as_many_queries_for_ten_as_for_one(world, signed_in, approved, queries):
    one = len(queries(lambda: signed_in.bureau.get(LIST)))
    for _number in range(9):
        Assessment.objects.create(
            area=world.district, written_by=world.bureau, written_on=TODAY, **typed()
        )
    assert len(queries(lambda: signed_in.bureau.get(LIST))) == one
