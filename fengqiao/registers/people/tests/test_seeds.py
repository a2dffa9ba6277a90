from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.seeds import CLERKS, make_people


def test_the_offices_of_the_demo_get_their_persons_once(offices):
    make_demo_accounts()
    for username, office in zip(CLERKS, (offices.own, offices.other), strict=True):
        User.objects.get(username=username).grants.create(
            role="assistant", area=office, begins_on="2021-01-01"
        )
    assert make_people() == Person.objects.count() == sum(n for _town, n in CLERKS.values())
    assert make_people() == 0


def test_without_the_demo_accounts_nobody_is_invented(offices):
    assert make_people() == 0
