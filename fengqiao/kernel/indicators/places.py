"""Where an office belongs when figures are added up; the register of offices says it."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from fengqiao.lib.faults import InputRefused

TOWN, DISTRICT, CITY = 9, 6, 4  # digits of a 区划代码
DIVISION = re.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}")


class Place(NamedTuple):
    """An office as it was on a day, and where it lay by the digits of its 区划代码."""

    office: int
    code: str
    name: str
    division: str

    @property
    def scopes(self) -> tuple["Scope", ...]:
        """It and what it lies in."""
        return (
            Scope("office", self.code),
            Scope("district", self.division[:DISTRICT]),
            Scope("city", f"{self.division[:CITY]}00"),
        )


class Scope(NamedTuple):
    """For what a figure stands."""

    level: str
    code: str


Provider = Callable[[date], Iterable[Place]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Whoever knows all offices, whatever their dates; called when it is loaded."""
    _providers.append(provider)


def places_on(day: date) -> dict[int, Place]:
    """By office."""
    return {place.office: place for provider in _providers for place in provider(day)}


def digits_of(code: str) -> str:
    """With what the 区划代码 of every office of a division begins: four digits of a city, six of a
    district, nine of a town or street. InputRefused where the code is none of a division."""
    if not DIVISION.fullmatch(code):
        raise InputRefused(
            f"区划代码“{code}”不对,应为6位数字(设区市、市(区))、9位或者12位数字(乡镇、街道)"
        )
    if len(code) == DISTRICT:
        return code[:CITY] if code.endswith("00") else code
    return code[:TOWN]


def offices_in(digits: str, day: date) -> list[Place]:
    """Those whose 区划代码 begins so on the day; one that was not there then, by its nearest."""
    near = places_on(min(day, timezone.localdate())).values()
    return [place for place in near if place.division.startswith(digits)]
