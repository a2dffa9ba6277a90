from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.mediation.enums import BodyKind
from fengqiao.registers.mediation.models import Body, Mediator
from fengqiao.registers.mediation.seeds import make_bodies


def test_each_demo_office_gets_its_bodies_once(world):
    Body.objects.all()
    make_demo_accounts()
    for username, role, area in (
        ("zhuli", "assistant", world.there),
        ("tiaojie", "mediator", world.there),
    ):
        user = User.objects.get(username=username)
        user.grants.create(role=role, area=area, begins_on="2021-01-01")
    assert make_bodies() == 4
    here = Body.objects.filter(office=world.there)
    assert set(here.values_list("kind", flat=True)) == {
        BodyKind.TOWN,
        BodyKind.VILLAGE,
        BodyKind.TRADE,
        BodyKind.STUDIO,
    }
    assert all(body.seats.exists() for body in here)
    account = Mediator.objects.get(office=world.there, name="孙桂芳").account
    assert account == User.objects.get(username="tiaojie")
    assert make_bodies() == 0
