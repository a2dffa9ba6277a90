"""The invented persons who may sign in to a trial; a system in earnest never has them."""

from datetime import date
from typing import Any, NamedTuple

from django.db import transaction

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import Area, AreaName

PASSWORD = "fengqiao2026"  # noqa: S105 - shown on the sign-in page of a trial
BEGINS_ON = date(2021, 1, 1)
REASON = "演示账号"


class DemoAccount(NamedTuple):
    username: str
    name: str
    role: Role
    area: str  # division code
    place: str
    kind: AreaKind | None = None  # of the area below that division to which the role is bound
    password: str = PASSWORD

    def as_contract(self) -> dict[str, Any]:
        """As checks from outside read it."""
        return {
            "username": self.username,
            "password": self.password,
            "roles": [str(self.role.label)],
            "area": self.area,
        }


OFFICE = AreaKind.OFFICE
ACCOUNTS = [
    DemoAccount("shiju", "顾文澜", Role.CITY_BUREAU, "321200", "泰州市司法局"),
    DemoAccount("quju", "沈明远", Role.DISTRICT_BUREAU, "321202", "海陵区司法局"),
    DemoAccount("quguan", "秦若兰", Role.DISTRICT_ADMIN, "321202", "海陵区司法局"),
    DemoAccount("suozhang", "陆建国", Role.DIRECTOR, "321202007", "京泰路街道司法所", OFFICE),
    DemoAccount("zhuli", "许晓燕", Role.ASSISTANT, "321202007", "京泰路街道司法所", OFFICE),
    DemoAccount(
        "jiaozheng", "戴立新", Role.CORRECTION_OFFICER, "321202007", "京泰路街道司法所", OFFICE
    ),
    DemoAccount("tiaojie", "孙桂芳", Role.MEDIATOR, "321202007", "京泰路街道调委会", OFFICE),
    DemoAccount(
        "guwen", "何静宜", Role.VILLAGE_ADVISER, "321202007", "京泰路街道", AreaKind.VILLAGE
    ),
    DemoAccount("jiedao", "蒋志华", Role.TOWNSHIP, "321202007", "京泰路街道办事处"),
    DemoAccount("paichusuo", "曹卫东", Role.POLICE, "321202007", "京泰路街道派出所"),
    DemoAccount("fating", "冯思齐", Role.COURT, "321202", "海陵区人民法庭"),
    DemoAccount("xinghuaju", "范国栋", Role.DISTRICT_BUREAU, "321281", "兴化市司法局"),
    DemoAccount("xinghua", "吴正平", Role.ASSISTANT, "321281104", "安丰镇司法所", OFFICE),
    DemoAccount("xitong", "邹文斌", Role.SYSTEM_ADMIN, "321200", "泰州市司法局"),
    DemoAccount("shenji", "葛明珠", Role.AUDITOR, "321200", "泰州市司法局"),
]


@transaction.atomic
def make_demo_accounts() -> int:
    """Make the accounts that are not there yet; how many that were.

    Each gets its role as soon as the demo city has its area.
    """
    known = {user.username: user for user in User.objects.all()}
    for account in ACCOUNTS:
        user = known.get(account.username) or User.objects.create_user(
            account.username, account.password, name=account.name
        )
        area = _area(account)
        if area and not user.grants.exists():
            user.grants.create(role=account.role, area=area, begins_on=BEGINS_ON, reason=REASON)
    return len([account for account in ACCOUNTS if account.username not in known])


def _area(account: DemoAccount) -> Area | None:
    kinds = [AreaKind.CITY, AreaKind.DISTRICT, *TOWNSHIPS]
    name = AreaName.objects.of_kinds(kinds).filter(code=account.area).order_by("-pk").first()
    if name is None or account.kind is None:
        return name.area if name else None
    below: Area | None = Area.objects.below(name.area).of_kind(account.kind).first()
    return below
