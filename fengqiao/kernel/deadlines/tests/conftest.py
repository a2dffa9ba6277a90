"""A notice that was never issued, for a year that has none."""

from collections.abc import Callable
from datetime import date

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.deadlines import arranging
from fengqiao.kernel.deadlines.models import Arrangement

NOTICE = """一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休。2月20日（周六）上班。"""
NUMBER = "国办发明电〔2026〕0号"


@pytest.fixture
def second(db: None) -> User:
    """A second person of the city bureau."""
    user = User.objects.create_user("second", "correct-horse", name="韩素云")
    user.grants.create(role=Role.CITY_BUREAU, begins_on=date(2020, 1, 1))
    return user


@pytest.fixture
def enter(cast) -> Callable[..., Arrangement]:
    def entered(**about) -> Arrangement:
        given = {"year": 2027, "number": NUMBER, "issued_on": date(2026, 11, 20), "text": NOTICE}
        return arranging.enter(**given | about, by=cast.city)

    return entered
