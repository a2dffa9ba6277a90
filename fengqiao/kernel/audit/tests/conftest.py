"""A trail to look at, and the hands that bend it past its guards."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit import guards, registry
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.registry import Act, Kind
from fengqiao.kernel.audit.sealing import seal


@pytest.fixture(autouse=True)
def acts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Acts that only tests know."""
    acts = [
        Act("tests.wrote", "登记", "{by}登记了{subject}", Kind.WRITE, {"name": "姓名"}),
        Act("tests.read", "查阅", "{by}查阅了{subject}", Kind.READ),
    ]
    monkeypatch.setattr(registry, "_acts", registry._acts | {act.name: act for act in acts})


@pytest.fixture
def places(db: None) -> dict[str, Area]:
    (city,) = grow([(None, AreaKind.CITY)])
    one, other = grow([(city, AreaKind.DISTRICT), (city, AreaKind.DISTRICT)])
    (town,) = grow([(one, AreaKind.TOWN)])
    office, beside = grow([(town, AreaKind.OFFICE), (town, AreaKind.OFFICE)])
    return {
        "city": city,
        "one": one,
        "other": other,
        "town": town,
        "office": office,
        "beside": beside,
    }


@pytest.fixture
def wrote(db: None) -> Callable[..., Entry]:
    """Records an act in a transaction of its own."""

    def write(name: str = "张三", act: str = "tests.wrote", **about) -> Entry:
        details = {"name": name} if act == "tests.wrote" else {}
        with transaction.atomic():
            return record(act, by=about.pop("by", None), **about, **details)

    return write


@pytest.fixture
def chain(wrote: Callable[..., Entry]) -> list[Entry]:
    """Six sealed entries."""
    entries = [wrote(f"第{number}人") for number in range(6)]
    seal()
    return entries


@pytest.fixture
def bend(db: None) -> Callable[..., None]:
    """Runs statements as one who owns the database could: guards down, then up again."""

    def bent(*statements: str) -> None:
        guards.run(connection, guards.removal(connection.vendor))
        guards.run(connection, list(statements))
        guards.run(connection, guards.statements(connection.vendor))

    return bent
