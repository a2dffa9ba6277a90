from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind, State
from fengqiao.duties.disputes.tests.made import accept, drafted, made
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.workflow.refusals import NotNow, Unmet
from fengqiao.lib.faults import InputRefused

WRITTEN = {"form": "written"}
ORAL = {"form": "oral", "agreement": "各修各的。"}
SIGNED = ("signed_on", "mediator_signed_on", "sealed_on")


def do(case, name, by, **given):
    day = {} if name == "extend" else {"on": timezone.localdate()}
    return actions.act(case=case, name=name, given={**day, **given}, by=by)


def start(case, by):
    return do(case, "start", by, rights_told=True)


@pytest.fixture
def begun(office, case):
    accept(case, office.clerk)
    return start(case, office.clerk)


def guard_of(call):
    with pytest.raises(Unmet) as refused:
        call()
    return refused.value.guard.name, refused.value.message


def test_mediation_begins_once_rights_and_duties_were_told(office, case):
    accept(case, office.clerk)
    name, _words = guard_of(lambda: do(case, "start", office.clerk))
    assert name == "rights_are_told"
    done = start(case, office.clerk)
    assert (done.state, done.started_on) == (State.MEDIATING, timezone.localdate())
    assert Term.objects.about(case).get(name="mediate").state == TermState.RUNNING


def test_each_meeting_has_its_record_encrypted_and_not_in_the_timeline(office, begun):
    for private in (False, True):
        given = {"way": "place", "record": "双方各让一步", "private": private}
        do(begun, "session", office.clerk, **given)
    assert [held.private for held in begun.sessions.all()] == [False, True]
    with connection.cursor() as cursor:
        cursor.execute("SELECT record FROM disputes_session")
        assert all(row[0].startswith("sm4:") for row in cursor.fetchall())
    events = begun.events.filter(act="session")
    assert ["各让一步" in str(event.said) for event in events] == [False, False]


def test_a_meeting_without_a_record_is_none(office, begun):
    name, _words = guard_of(lambda: do(begun, "session", office.clerk, way="phone", record=" "))
    assert name == "has_record"
    assert not begun.sessions.exists()


def test_an_oral_agreement_is_in_force_at_once(office, begun):
    done = do(begun, "agree", office.clerk, **ORAL)
    today = timezone.localdate()
    assert (done.state, done.ended_on, done.effective_on) == (State.AGREED, today, today)
    states = dict(Term.objects.about(done).values_list("name", "state"))
    assert states["mediate"] == TermState.MET
    assert Entry.objects.about(done).filter(act="disputes.agree").exists()


@pytest.mark.parametrize("missing", SIGNED)
def test_a_written_one_wants_all_signatures_and_the_seal(office, begun, missing):
    drafted(begun, office.clerk)
    days = {name: timezone.localdate() for name in SIGNED if name != missing}
    name, words = guard_of(lambda: do(begun, "agree", office.clerk, **WRITTEN, **days))
    assert name == "is_signed_and_sealed"
    assert "第二十九条" in words


def test_a_written_one_is_in_force_from_the_last_of_them(office):
    today = timezone.localdate()
    case = made(office.area, office.clerk, registered_on=today - timedelta(days=5))
    accept(case, office.clerk)
    actions.act(
        case=case,
        name="start",
        given={"on": today - timedelta(days=4), "rights_told": True},
        by=office.clerk,
    )
    drafted(case, office.clerk)
    days = dict(zip(SIGNED, (today - timedelta(days=n) for n in (3, 1, 2)), strict=True))
    done = do(case, "agree", office.clerk, **WRITTEN, **days)
    assert done.effective_on == today - timedelta(days=1)
    assert done.amount == Decimal("2000")


@pytest.mark.parametrize("days", [1, -400])
def test_a_signature_lies_within_the_mediation(office, begun, days):
    drafted(begun, office.clerk)
    signed = dict.fromkeys(SIGNED, timezone.localdate()) | {
        "signed_on": timezone.localdate() + timedelta(days=days)
    }
    name, _words = guard_of(lambda: do(begun, "agree", office.clerk, **WRITTEN, **signed))
    assert name == "days_of_signing_fit"


def test_an_administrative_agreement_wants_no_seal_of_a_committee(office):
    case = made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE)
    accept(case, office.clerk)
    start(case, office.clerk)
    drafted(case, office.clerk)
    name, words = guard_of(lambda: do(case, "agree", office.clerk, **WRITTEN))
    assert name == "is_signed"
    assert "人民调解" not in words
    done = do(case, "agree", office.clerk, **WRITTEN, signed_on=timezone.localdate())
    assert done.state == State.AGREED


def test_an_agreement_without_content_is_none(office, begun):
    name, _words = guard_of(lambda: do(begun, "agree", office.clerk, **ORAL | {"agreement": ""}))
    assert name == "has_content"


@pytest.mark.parametrize("kind", Kind)
def test_where_it_fails_the_other_ways_are_told_first(office, kind):
    case = made(office.area, office.clerk, kind=kind)
    accept(case, office.clerk)
    start(case, office.clerk)
    given = {"reason": "差距太大"}
    name, words = guard_of(lambda: do(case, "fail", office.clerk, **given))
    assert name == "routes_are_told"
    assert ("第二十六条" in words) is (kind != Kind.ADMINISTRATIVE)
    assert do(case, "fail", office.clerk, **given, routes_told=True).state == State.FAILED


def test_the_term_is_extended_where_all_agree(office, begun):
    term = Term.objects.about(begun).get(name="mediate")
    before = term.due_on
    given = {"length": 1, "reason": "等鉴定意见"}
    name, _words = guard_of(lambda: do(begun, "extend", office.clerk, **given))
    assert name == "is_agreed_to"
    do(begun, "extend", office.clerk, **given, consented=True)
    term.refresh_from_db()
    assert term.due_on > before
    assert term.changes.get(change="extended").reason == "等鉴定意见"


def test_a_term_that_is_over_is_not_extended(office):
    long_ago = timezone.localdate() - timedelta(days=60)
    case = made(office.area, office.clerk, registered_on=long_ago)
    accept(case, office.clerk)
    with pytest.raises(InputRefused, match="期限已过"):
        do(case, "extend", office.clerk, length=1, reason="忙", consented=True)
    case.refresh_from_db()
    assert (case.version, case.events.count()) == (2, 2)


@pytest.mark.parametrize("act", ["session", "agree", "fail"])
def test_before_it_has_begun_nothing_of_it_is_done(office, case, act):
    accept(case, office.clerk)
    with pytest.raises(NotNow):
        do(case, act, office.clerk)


def test_an_agreement_entered_by_mistake_is_taken_back_whole(office, begun):
    do(begun, "agree", office.clerk, **ORAL, amount=Decimal("3.50"))
    actions.take_back(case=begun, reason="还没有谈妥", by=office.clerk)
    begun.refresh_from_db()
    assert (begun.state, begun.agreement_form, begun.effective_on) == (State.MEDIATING, "", None)
    assert (begun.agreement, begun.amount, begun.ended_on) == ("", None, None)


def test_page_and_forms_lead_to_the_agreement(clerk, case, office):
    url, today = case.get_absolute_url(), timezone.localdate().isoformat()
    accept(case, office.clerk)
    steps = [
        ("start", {"rights_told": "on"}),
        ("session", {"way": "video", "record": "双方各让一步", "private": "on"}),
        ("extend", {"length": "1", "reason": "等鉴定", "consented": "on"}),
        ("agree", {"form": "oral", "agreement": "各修各的", "amount": "1200.50"}),
    ]
    for act, typed in steps:
        assert clerk.get(f"{url}do/{act}/").status_code == 200
        assert clerk.post(f"{url}do/{act}/", {"on": today, **typed}).status_code == 302, act
    text = clerk.get(url).content.decode()
    for shown in ("调解成功", "口头", "1200.50", "各修各的", "单独谈话", "双方各让一步"):
        assert shown in text
    assert "开始调解" in clerk.get(url).content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"amount": "-1"}, "0"),
        ({"amount": "一千"}, "数字"),
        ({"form": "sung"}, "选择"),
        ({"form": "written"}, "请先办理“起草协议”"),
        ({"agreement": ""}, "协议内容"),
    ],
)
def test_a_slip_in_the_agreement_is_said_at_the_field(clerk, begun, typed, words):
    given = {"on": timezone.localdate().isoformat(), "form": "oral", "agreement": "各修各的"}
    page = clerk.post(f"{begun.get_absolute_url()}do/agree/", given | typed)
    assert page.status_code == 400
    assert words in page.content.decode()
    begun.refresh_from_db()
    assert begun.state == State.MEDIATING


def test_the_record_of_a_meeting_is_for_who_sees_the_case(bureau, office, begun):
    do(begun, "session", office.clerk, way="place", record="双方各让一步", present="村长")
    text = bureau.get(begun.get_absolute_url()).content.decode()
    assert "调解中" in text
    for hidden in ("各让一步", "村长"):
        assert hidden not in text
