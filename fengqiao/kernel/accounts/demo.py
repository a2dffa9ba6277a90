"""The invented persons who may sign in to a trial; a system in earnest never has them."""

from typing import NamedTuple

from django.db import transaction

from fengqiao.kernel.accounts.models import User

PASSWORD = "fengqiao2026"  # noqa: S105 - shown on the sign-in page of a trial


class DemoAccount(NamedTuple):
    username: str
    name: str
    role: str
    area: str  # division code
    place: str
    password: str = PASSWORD


ACCOUNTS = [
    DemoAccount("shiju", "顾文澜", "市局", "321200", "泰州市司法局"),
    DemoAccount("quju", "沈明远", "区局业务", "321202", "海陵区司法局"),
    DemoAccount("suozhang", "陆建国", "所长", "321202007", "京泰路街道司法所"),
    DemoAccount("zhuli", "许晓燕", "司法助理员", "321202007", "京泰路街道司法所"),
    DemoAccount("xinghua", "吴正平", "司法助理员", "321281104", "安丰镇司法所"),
]


@transaction.atomic
def make_demo_accounts() -> int:
    """Make the accounts that are not there yet; how many that were."""
    known = set(User.objects.values_list("username", flat=True))
    missing = [account for account in ACCOUNTS if account.username not in known]
    for account in missing:
        User.objects.create_user(account.username, account.password, name=account.name)
    return len(missing)
