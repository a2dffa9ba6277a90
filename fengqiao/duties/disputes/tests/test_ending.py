import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.tests.made import accept
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.workflow.refusals import NotNow, Unmet

GIVEN = {
    "decline": {"ground": "elsewhere", "reason": "法院已立案", "routes_told": True},
    "refuse": {"who": "对方", "routes_told": True},
    "withdraw": {"reason": "已自行和好"},
}
ENDS = {"decline": State.DECLINED, "refuse": State.REFUSED, "withdraw": State.WITHDRAWN}
ASKED = {
    "decline": {"ground": "has_ground", "reason": "has_reason", "routes_told": "routes_are_told"},
    "refuse": {"routes_told": "routes_are_told"},
    "withdraw": {"reason": "has_reason"},
}
MISSING = [(act, field, guard) for act, asked in ASKED.items() for field, guard in asked.items()]


def end(case, act, by, **changed):
    given = {"on": timezone.localdate(), **GIVEN[act], **changed}
    return actions.act(case=case, name=act, given=given, by=by)


@pytest.mark.parametrize("act", GIVEN)
def test_an_end_has_a_day_and_stops_the_terms(office, case, act):
    done = end(case, act, office.clerk)
    assert (done.state, done.ended_on) == (ENDS[act], timezone.localdate())
    left = set(Term.objects.about(case).open().values_list("name", flat=True))
    assert left == ({"tell"} if act == "decline" else set())


@pytest.mark.parametrize(("act", "field", "guard"), MISSING)
def test_nothing_ends_without_what_is_asked(office, case, act, field, guard):
    with pytest.raises(Unmet) as refused:
        end(case, act, office.clerk, **{field: ""})
    assert refused.value.guard.name == guard
    case.refresh_from_db()
    assert case.state == State.REGISTERED


@pytest.mark.parametrize("act", ["refuse", "withdraw"])
def test_what_was_accepted_can_still_be_refused_and_withdrawn(office, case, act):
    accept(case, office.clerk)
    assert end(case, act, office.clerk).state == ENDS[act]


def test_what_was_accepted_is_no_longer_declined(office, case):
    accept(case, office.clerk)
    with pytest.raises(NotNow):
        end(case, "decline", office.clerk)


@pytest.mark.parametrize("act", GIVEN)
@pytest.mark.parametrize("next_act", GIVEN)
def test_what_has_ended_stays_ended(office, case, act, next_act):
    end(case, act, office.clerk)
    with pytest.raises(NotNow, match="办理"):
        end(case, next_act, office.clerk)


def test_why_it_was_not_accepted_stands_in_the_timeline(office, case):
    end(case, "decline", office.clerk)
    said = case.events.get(act="decline").said
    assert said["理由"] == "法院已立案"
    assert "已经受理" in said["原因"]
