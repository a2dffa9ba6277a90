from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute, Opinion
from fengqiao.duties.disputes.seeds import STORIES, make_disputes
from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.accounts.models import User


def test_each_demo_office_gets_its_disputes_once(office):
    make_demo_accounts()
    stranger = office.stranger.grants.get().area
    for username, area in (("zhuli", office.area), ("xinghua", stranger)):
        grants = User.objects.get(username=username).grants
        grants.create(role="assistant", area=area, begins_on="2021-01-01")
    assert make_disputes() == Dispute.objects.count() == 2 * len(STORIES)
    assert len(STORIES) >= 10
    assert set(Dispute.objects.values_list("state", flat=True)) == set(State.values)
    for area in (office.area, stranger):
        assert Opinion.objects.counted().filter(office=area).exists()
    assert make_disputes() == 0


def test_without_the_demo_accounts_nothing_is_invented(office):
    assert make_disputes() == 0
