"""Invented persons for the offices of the demo accounts. Their ID numbers name an area that does
not exist, so that they are nobody's."""

import random
from datetime import date, timedelta
from typing import Any

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.resident_id import check_digit, read
from fengqiao.registers.people.actions import add_person
from fengqiao.registers.people.enums import Paper
from fengqiao.registers.people.models import Known

NOWHERE = "321299"
CLERKS = {"zhuli": ("海陵区京泰路街道", 64), "xinghua": ("兴化市安丰镇", 23)}
SURNAMES = "单赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜仇戚谢邹喻柏窦章"
GIVEN = "建国志强晓燕海涛春梅玉兰学军立新雪松佳宁子涵雨桐思远德贵秀英永康长青家和瑞芳婷磊"
STREETS = ("学院路", "东风南路", "迎春东路", "青年路", "人民西路", "府前路")


def make_people() -> int:
    """The persons of the offices that have none yet; how many that were."""
    made = 0
    for username, (town, number) in CLERKS.items():
        clerk = User.objects.filter(username=username).first()
        office = clerk and _office(clerk)
        if clerk and office and not Known.objects.filter(area=office).exists():
            draw = random.Random(username)  # noqa: S311 - invented, and the same each time
            for _number in range(number):
                add_person(area=office, by=clerk, **_person(draw, town))
            made += number
    return made


def _office(clerk: User) -> Area | None:
    grant = clerk.grants.filter(role=Role.ASSISTANT).select_related("area").first()
    return grant.area if grant else None


def _person(draw: random.Random, town: str) -> dict[str, Any]:
    born_on = date(1938, 1, 1) + timedelta(days=draw.randrange(365 * 75))
    number = f"{NOWHERE}{born_on:%Y%m%d}{draw.randrange(1000):03}"
    number += check_digit(number)
    values: dict[str, Any] = {
        "name": draw.choice(SURNAMES) + "".join(draw.sample(GIVEN, draw.choice((1, 2, 2)))),
        "paper": Paper.RESIDENT,
        "id_number": number,
        "born_on": born_on,
        "sex": read(number).sex,
        "address": f"江苏省泰州市{town}{draw.choice(STREETS)}{draw.randrange(1, 200)}号",
    }
    if draw.random() < 0.9:
        values["phone"] = f"+861300000{draw.randrange(10_000):04}"
    if draw.random() < 0.3:
        values["phone_more"] = f"+865238000{draw.randrange(10_000):04}"
    return values if draw.random() < 0.95 else values | {"paper": Paper.NONE, "id_number": ""}
