"""A notice that was never issued, for a year that has none; terms, and what the watch tells."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.deadlines import arranging, terms
from fengqiao.kernel.deadlines.models import Arrangement, Level, Term
from fengqiao.kernel.deadlines.signals import level_reached, term_moved
from fengqiao.kernel.deadlines.terms import Length
from fengqiao.lib.days import Unit

NOTICE = """一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休。2月20日（周六）上班。"""
NUMBER = "国办发明电〔2026〕0号"
MONTH = Length(30, Unit.DAYS, rolls=True)


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


@pytest.fixture
def begun(cast) -> Callable[..., Term]:
    """A term about an account, in a town of its own."""
    (city,) = grow([(None, AreaKind.CITY)])

    def begin(length: Length = MONTH, **about) -> Term:
        on = about.get("on", date(2026, 3, 2))
        return terms.start(
            about.get("subject", cast.clerk),
            "answer",
            title="答复",
            length=length,
            on=on,
            area=city,
            owner=cast.clerk,
            by=cast.clerk,
            url="/",
        )

    return begin


@pytest.fixture
def told() -> Iterator[list[tuple[int, Level]]]:
    """What the watch has told, as it tells it."""
    heard: list[tuple[int, Level]] = []

    def hear(sender, *, term, level, **kwargs) -> None:
        heard.append((term.pk, level))

    level_reached.connect(hear)
    yield heard
    level_reached.disconnect(hear)


@pytest.fixture
def moved() -> Iterator[list[tuple[int, date]]]:
    """Whose ends were moved, and from where."""
    heard: list[tuple[int, date]] = []

    def hear(sender, *, term, before, **kwargs) -> None:
        heard.append((term.pk, before))

    term_moved.connect(hear)
    yield heard
    term_moved.disconnect(hear)
