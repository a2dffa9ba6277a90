"""A row of a ledger becomes a case in its end state: marked, with its days, and nothing made up."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from fengqiao.config import cli
from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import ENDS, Matter, State
from fengqiao.duties.disputes.ledger.importer import LEDGER_IMPORT
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.duties.disputes.tests.ledgers import (
    AGREED,
    ENDED_EARLY,
    FAILED,
    OPEN,
    REGISTERED,
    ledger,
    planned,
    take_in,
)
from fengqiao.duties.disputes.tests.made import made
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.verifying import verify
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow import engine
from fengqiao.kernel.workflow.offers import offers
from fengqiao.lib.faults import InputRefused

EVERY = [AGREED, OPEN, REGISTERED, FAILED] + [
    ENDED_EARLY | {"结果": result} for result in ("当事人拒绝", "不予受理", "撤回")
]
ROWS = [row | {"案号": f"第{at}号"} for at, row in enumerate(EVERY)]


def test_a_row_becomes_a_case_with_all_that_it_says(office, tmp_path):
    take_in(tmp_path, AGREED)
    case = Dispute.objects.get()
    assert (case.office, case.number, case.state) == (office.area, AGREED["案号"], State.AGREED)
    assert (case.registered_on, case.accepted_on, case.ended_on) == (
        date(2024, 3, 4),
        date(2024, 3, 5),
        date(2024, 3, 20),
    )
    assert (case.amount, case.summary, case.matter) == (
        Decimal("1500.50"),
        "院墙漏水",
        Matter.NEIGHBOURS,
    )
    assert (case.performance, case.confirmation) == ("kept", "not_asked")
    assert (case.prevented_crime, case.prevented_group, case.people_count) == (True, False, 3)
    assert sorted(case.parties.values_list("name", flat=True)) == ["周海涛", "钱春梅"]
    assert case.ledger.row["committee"] == "京泰路调委会"


def test_every_result_is_taken_over_marked_with_terms_only_where_it_is_open(office, tmp_path):
    take_in(tmp_path, *ROWS)
    cases = list(Dispute.objects.order_by("pk"))
    labels = [str(case.get_state_display()) for case in cases]
    assert labels == [row["结果"] for row in ROWS]
    for case in cases:
        assert case.taken_over == case.state
        (event,) = case.events.all()
        assert (event.act, event.state_after, event.before) == ("take_over", case.state, None)
        terms = Term.objects.about(case).open()
        assert terms.exists() == (case.state not in ENDS)
        assert {term.owner_id for term in terms} <= {case.owner_id}
    assert not Notice.objects.exists()


def test_the_same_ledger_again_changes_nothing(office, tmp_path):
    take_in(tmp_path, *ROWS)
    before = [list(model.objects.values()) for model in (Dispute, Party, Term, Entry)]
    assert take_in(tmp_path, *ROWS).sections == []
    assert [list(model.objects.values()) for model in (Dispute, Party, Term, Entry)] == before


def test_a_changed_row_updates_its_case_and_leaves_the_change_in_the_trail(office, tmp_path):
    take_in(tmp_path, OPEN)
    first = Dispute.objects.get()
    take_in(tmp_path, AGREED | {"当事人": "周海涛、孙立"})
    case = Dispute.objects.get()
    assert (case.pk, case.state, case.version, case.taken_over) == (
        first.pk,
        State.AGREED,
        2,
        State.AGREED,
    )
    assert sorted(case.parties.values_list("name", flat=True)) == ["周海涛", "孙立"]
    assert not Term.objects.about(case).open().exists()
    entry = Entry.objects.about(case).get(act="disputes.take_again")
    said = json.loads(entry.payload.body)["changes"]
    assert said["结果"] == "调解中 → 调解成功"
    assert said["当事人"] == "有变化"
    assert case.events.get(act="take_again").said["当事人"] == "周海涛、钱春梅 → 周海涛、孙立"
    assert take_in(tmp_path, AGREED | {"当事人": "周海涛、孙立"}).sections == []


def test_terms_of_an_open_case_begin_anew_from_the_days_that_the_ledger_has_now(office, tmp_path):
    take_in(tmp_path, REGISTERED)
    take_in(tmp_path, OPEN | {"登记日期": date(2024, 3, 1)})
    case = Dispute.objects.get()
    (term,) = Term.objects.about(case).open()
    assert (term.name, term.started_on) == ("mediate", date(2024, 3, 5))
    take_in(tmp_path, OPEN | {"登记日期": date(2024, 3, 1), "受理日期": date(2024, 3, 2)})
    (term,) = Term.objects.about(case).open()
    assert term.started_on == date(2024, 3, 2)


def test_a_case_that_had_an_act_since_is_not_overwritten_but_listed(office, tmp_path, capsys):
    take_in(tmp_path, OPEN)
    case = Dispute.objects.get()
    given = {"to": office.clerk, "reason": "分工"}
    actions.act(case=case, name="hand_over", given=given, by=office.director)
    file = ledger(tmp_path, [AGREED])
    assert cli.main(["import", "disputes", str(file)]) == 0
    assert Dispute.objects.get().state == State.MEDIATING
    said = capsys.readouterr().out
    assert "已在系统办理,没有覆盖" in said.replace("，", ",")
    assert AGREED["案号"] in said


def test_a_case_that_was_registered_here_is_not_overwritten_but_listed(office, tmp_path):
    case = made(office.area, office.clerk)
    plan = take_in(tmp_path, AGREED | {"案号": case.number})
    assert [(section.count, section.is_change) for section in plan.sections] == [(1, False)]
    assert Dispute.objects.get().taken_over == ""


def test_who_is_linked_answers_for_the_case_and_nobody_for_an_ended_one_else(office, tmp_path):
    take_in(tmp_path, OPEN, AGREED | {"案号": "2"}, AGREED | {"案号": "3", "调解员": None})
    owners = {case.number: case.owner for case in Dispute.objects.all()}
    assert owners == {OPEN["案号"]: office.mediator, "2": office.mediator, "3": None}


@pytest.mark.parametrize("mediator", [None, "无人叫这个名字"])
def test_an_open_case_without_linked_mediator_is_the_directors(office, tmp_path, mediator):
    take_in(tmp_path, OPEN | {"调解员": mediator})
    assert Dispute.objects.get().owner == office.director


def test_a_name_that_two_bear_links_nobody(office, tmp_path):
    type(office.other_mediator).objects.filter(pk=office.other_mediator.pk).update(
        name="mediator甲"
    )
    take_in(tmp_path, OPEN)
    assert Dispute.objects.get().owner == office.director


def test_without_a_director_it_waits_in_the_inbox_and_can_be_handed_out(office, tmp_path):
    Grant.objects.filter(role=Role.DIRECTOR).delete()
    take_in(tmp_path, OPEN | {"调解员": None})
    case = Dispute.objects.get()
    assert case.owner is None
    assert Term.objects.about(case).open().get().owner is None
    given = {"to": office.mediator, "reason": "分派"}
    actions.act(case=case, name="hand_over", given=given, by=office.clerk)
    assert Term.objects.about(case).open().get().owner == office.mediator


def test_a_taken_case_goes_on_like_any_other(office, tmp_path):
    take_in(tmp_path, REGISTERED, OPEN | {"案号": "二"})
    registered, mediating = Dispute.objects.order_by("registered_on", "pk")
    assert "accept" in [one.act for one in offers(PROCEDURE, registered, office.director)]
    given = {"on": timezone.localdate(), "reason": "谈不拢", "routes_told": True}
    actions.act(case=mediating, name="fail", given=given, by=office.director)
    with pytest.raises(InputRefused, match="没有可以撤销的办理"):
        engine.take_back(PROCEDURE, registered, by=office.director, reason="误")


def test_an_office_that_is_gone_or_not_yet_there_takes_cases(office, tmp_path):
    rows = AreaName.objects.filter(area=office.area)
    rows.update(begins_on=date(2026, 1, 1))
    take_in(tmp_path, AGREED)
    rows.update(ends_on=date(2026, 2, 1))
    take_in(tmp_path, AGREED | {"案号": "2"})
    assert Dispute.objects.count() == 2


def test_the_own_series_steps_over_numbers_that_came_from_a_ledger(office, tmp_path):
    number = made(office.area, office.clerk).number
    later = number.replace("00001", "00002")
    take_in(tmp_path, AGREED | {"案号": later})
    assert made(office.area, office.clerk).number == number.replace("00001", "00003")


def test_one_file_is_one_entry_for_each_office_and_the_trail_verifies(office, tmp_path):
    take_in(tmp_path, *ROWS, AGREED | {"司法所编码": "321281104"}, by=None)
    entries = Entry.objects.filter(act="disputes.take_over")
    counts = {entry.area.path: json.loads(entry.payload.body)["taken"] for entry in entries}
    assert sorted(counts.values()) == [1, len(ROWS)]
    take_in(tmp_path, AGREED | {"司法所编码": "321281104", "涉及人数": 9})
    assert verify().whole


def test_what_was_planned_before_an_act_is_refused_as_a_whole(office, tmp_path):
    take_in(tmp_path, OPEN)
    file = ledger(tmp_path, [AGREED, AGREED | {"案号": "新"}])
    plan = planned(file)
    case = Dispute.objects.get()
    given = {"to": office.clerk, "reason": "分工"}
    actions.act(case=case, name="hand_over", given=given, by=office.director)
    with pytest.raises(InputRefused, match="再导入一次"), transaction.atomic():
        LEDGER_IMPORT.apply(plan, by=None)
    assert Dispute.objects.count() == 1


def test_the_number_of_statements_does_not_grow_with_each_row(office, tmp_path, queries):
    rows = [OPEN | {"案号": f"第{at}号"} for at in range(150)]
    assert len(queries(lambda: take_in(tmp_path, *rows))) < 70
    changed = [row | {"涉及人数": 8} for row in rows]
    assert len(queries(lambda: take_in(tmp_path, *changed))) < 80


def test_the_page_says_that_a_case_was_taken_over_and_what_is_not_here(office, tmp_path, clerk):
    take_in(tmp_path, AGREED)
    page = clerk.get(Dispute.objects.get().get_absolute_url()).content.decode()
    assert "本件由台账接管" in page
    assert "未接管" in page
    assert "京泰路调委会" in page


def test_a_bureau_sees_of_a_taken_case_no_names(office, tmp_path, bureau):
    take_in(tmp_path, AGREED)
    page = bureau.get(Dispute.objects.get().get_absolute_url()).content.decode()
    assert "本件由台账接管" in page
    assert "周" not in page
    assert "京泰路调委会" not in page
