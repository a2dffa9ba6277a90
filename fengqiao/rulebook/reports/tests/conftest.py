import pytest

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.reports import Heading

from .making import Judged, area, judged, office, small_city


@pytest.fixture(scope="session")
def city() -> Judged:
    return small_city()


@pytest.fixture(scope="session")
def hostile() -> Judged:
    """Names that a formula, a markup or a font could stumble over."""
    return judged(
        [
            office("=01", name="=1+1"),
            office("-02", name="+cmd|' /C calc'!A0", district="@龘区"),
            office("03", area("unmet"), name="<b>𠮷野&𬭬镇</b>\x07司法所"),
        ]
    )


@pytest.fixture(scope="session")
def heading() -> Heading:
    from datetime import date

    return Heading("泰州市司法局", "各市(区)司法局", "泰司发〔2022〕3号", date(2022, 1, 10))


@pytest.fixture(scope="session")
def left_out() -> list[Fault]:
    return [Fault("人员", 12, "任现职日期", "2021年13月", "应为日期")]
