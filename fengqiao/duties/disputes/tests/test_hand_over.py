import pytest

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow.refusals import Unmet


def hand_over(case, to, by, reason="休假"):
    given = {"to": to, "reason": reason}
    return actions.act(case=case, name="hand_over", given=given, by=by)


def test_case_and_terms_go_to_the_colleague_who_is_told(office, case):
    done = hand_over(case, office.mediator, office.clerk)
    assert done.owner == office.mediator
    assert set(Term.objects.about(case).values_list("owner", flat=True)) == {office.mediator.pk}
    assert Notice.objects.get(user=office.mediator).url == case.get_absolute_url()
    assert case.events.get(act="hand_over").said["现承办人"] == office.mediator.name


def test_a_mediator_sees_a_case_from_the_moment_it_is_his(office, case):
    assert not Dispute.objects.visible_to(office.mediator).exists()
    hand_over(case, office.mediator, office.director)
    assert Dispute.objects.visible_to(office.mediator).get() == case
    assert not Dispute.objects.visible_to(office.other_mediator).exists()


def test_a_mediator_who_hands_over_sees_it_no_longer(office, case):
    hand_over(case, office.mediator, office.clerk)
    hand_over(case, office.clerk, office.mediator)
    assert not Dispute.objects.visible_to(office.mediator).exists()


@pytest.mark.parametrize(
    ("to", "reason", "guard"),
    [
        ("stranger", "休假", "goes_to_a_handler"),
        ("bureau", "休假", "goes_to_a_handler"),
        ("clerk", "休假", "goes_to_another"),
        ("mediator", " ", "has_reason"),
    ],
)
def test_only_to_a_colleague_and_with_a_reason(office, case, to, reason, guard):
    with pytest.raises(Unmet) as refused:
        hand_over(case, getattr(office, to), office.clerk, reason)
    assert refused.value.guard.name == guard
