"""Where an office belongs when figures are added up; the register of offices says it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

DISTRICT, CITY = 6, 4  # digits of a 区划代码


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
