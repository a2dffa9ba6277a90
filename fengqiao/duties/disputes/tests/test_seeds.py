from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute, Obligation, Opinion, Transfer
from fengqiao.duties.disputes.seeds import STORIES, make_disputes
from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.mediation.enums import BodyKind
from fengqiao.registers.mediation.tests.made import make_body


def test_each_demo_office_gets_its_disputes_once(office):
    make_demo_accounts()
    stranger = office.stranger.grants.get().area
    for username, area in (("zhuli", office.area), ("xinghua", stranger)):
        grants = User.objects.get(username=username).grants
        grants.create(role="assistant", area=area, begins_on="2021-01-01")
    for area in (office.area, stranger):
        make_body(area)
        make_body(area, name="交通调委会", kind=BodyKind.TRADE, people=("霍志强", "申玉兰"))
    assert make_disputes() == Dispute.objects.count() == 2 * len(STORIES)
    assert len(STORIES) >= 10
    assert set(Dispute.objects.values_list("state", flat=True)) == set(State.values)
    assert Transfer.objects.waiting().count() == 2
    assert set(Dispute.objects.values_list("alarm", flat=True)) == {"", "due"}
    for area in (office.area, stranger):
        assert Dispute.objects.filter(office=area, offered_to__isnull=False).count() == 1
        assert Obligation.objects.filter(dispute__office=area, dispute__state="agreed").exists()
        assert Dispute.objects.filter(office=area).count() >= 10
        assert Opinion.objects.counted().filter(office=area).exists()
    assert make_disputes() == 0


def test_without_the_demo_accounts_nothing_is_invented(office):
    assert make_disputes() == 0
