"""Whatever is tried in whatever order: no illegal state, no open case without owner and term."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.agreement import draft_of, has_rows, lines, text
from fengqiao.duties.disputes.agreement.checks import must_mend
from fengqiao.duties.disputes.alarms import alarm_of
from fengqiao.duties.disputes.dangers import Danger, Recipient
from fengqiao.duties.disputes.enums import (
    ENDS,
    MADE_HERE,
    Ground,
    Kind,
    Matter,
    Screening,
    Source,
    State,
    Way,
)
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.opinions.codes import new_code
from fengqiao.duties.disputes.tests.made import made
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term
from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.statutes import load

RULES = {rule.id for subject in load().subjects for rule in subject.rules}
ELSEWHERE = ("receive", "send_home")
TIMELESS = ("send", "call_back", *ELSEWHERE, "hand_over", "extend", "draft", "ask_opinion", "back")
ARROWS = {(source, row.target or source) for row in PROCEDURE.transitions for source in row.sources}
TICKS = ("consented", "nowhere_else", "victim_told", "routes_told", "rights_told")

tried = st.tuples(
    st.sampled_from(
        [row.act for row in PROCEDURE.transitions if row.act not in ("party", "amend")] + ["back"]
    ),
    st.fixed_dictionaries(
        {
            **{name: st.sampled_from([True, True, True, False]) for name in TICKS},
            "violence": st.sampled_from(["", *Screening.values]),
            "ground": st.sampled_from(Ground.values),
            "reason": st.sampled_from(["有", "有", ""]),
            "way": st.sampled_from(Way.values),
            "form": st.sampled_from(MADE_HERE),
            "agreement": st.sampled_from(["有", "有", ""]),
            "signed": st.booleans(),
            "record": st.sampled_from(["有", ""]),
            "length": st.integers(1, 3),
            "danger": st.sampled_from(Danger.values),
            "words": st.sampled_from(["有", "有", ""]),
            "recipient": st.sampled_from(Recipient.values),
            "answer": st.sampled_from(["有", "有", ""]),
            "rows": st.sampled_from(["none", "sound", "bad"]),
            "codes": st.integers(0, 3),
            "days": st.sampled_from([0, 0, 0, -1, 1]),
            "to": st.sampled_from(["clerk", "mediator", "other_mediator", "stranger", "there"]),
        }
    ),
)


def do(case, office, act, given_):
    """One thing that somebody tries; whether it was done."""
    typed = dict(given_)
    typed["to"] = getattr(office, typed["to"])
    day = timezone.localdate() + timedelta(days=typed.pop("days"))
    dated = act not in TIMELESS
    if typed.pop("signed"):
        typed |= dict.fromkeys(("signed_on", "mediator_signed_on", "sealed_on"), day)
    if act == "session":
        typed["way"] = "place"
    there = case.office_id != office.area.pk
    if act == "send":
        typed["office"] = office.area if there else office.stranger_area
    by = office.there if there != (act in ELSEWHERE) else office.director
    typed["codes"] = [new_code() for _code in range(typed["codes"])]
    if act == "draft":
        debtor, creditor = case.parties.all()
        row = {"debtor_id": debtor.pk, "creditor_id": creditor.pk, "subject": "work"}
        row |= {"what": "修墙", "at_once": True} if typed["rows"] == "sound" else {}
        typed |= {"head": {}, "rows": [] if typed["rows"] == "none" else [row]}
    if act in ("report", "answer", "mistaken"):
        typed |= {"to": typed["recipient"], "unit": "某所", "means": "call"}
        typed["report"] = case.reports.order_by("?").first()
    try:
        if act == "back":
            actions.take_back(case=case, reason=typed["reason"], by=by)
        else:
            typed |= {"on": day} if dated else {}
            actions.act(case=case, name=act, given=typed, by=by)
    except (InputRefused, PermissionDenied):  # nothing was sent: no answer is theirs to give
        return False
    return True


def hold_good(case):
    assert case.state in State.values
    assert User.objects.filter(pk=case.owner_id, is_active=True).exists()
    terms = list(Term.objects.about(case).open())
    assert all(term.owner_id == case.owner_id and term.rule in RULES for term in terms)
    assert {term.area_id for term in terms} <= {case.office_id}
    assert case.owner in handlers_of(case.office)
    sent = case.transfers.filter(outcome="").count()
    assert sent <= 1
    waits = any(term.name == "receive" for term in terms)
    assert waits == bool(sent and case.state not in ENDS)
    if case.state == State.AGREED and has_rows(case):
        assert must_mend(draft_of(case)) == []
        assert case.agreement == text(case) == "\n".join(lines(case))
    if case.state in ENDS:
        assert {term.name for term in terms} <= {"tell"}
        assert case.alarm == ""
    else:
        assert terms
    assert case.alarm == alarm_of(case)
    assert 0 <= case.opinions_asked <= case.parties.count()
    assert case.version == case.events.count() == Entry.objects.about(case).count()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(list(Kind)),
    matter=st.sampled_from([Matter.FAMILY, Matter.LABOUR, Matter.NEIGHBOURS]),
    source=st.sampled_from(list(Source)),
    walk=st.lists(tried, min_size=1, max_size=10),
)
def test_no_walk_leads_astray(office, kind, matter, source, walk):
    with transaction.atomic():
        yesterday = timezone.localdate() - timedelta(days=1)
        case = made(
            office.area,
            office.clerk,
            kind=kind,
            matter=matter,
            source=source,
            registered_on=yesterday,
        )
        hold_good(case)
        for act, given_ in walk:
            before = case.state
            version = case.version
            done = do(case, office, act, given_)
            case.refresh_from_db()
            assert case.version == version + done
            if not done:
                assert case.state == before
            elif act != "back":
                assert (before, case.state) in ARROWS
            hold_good(case)
        transaction.set_rollback(True)
