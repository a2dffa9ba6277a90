"""Which record is asked for, and what the addresses answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from tests.manners.matrix.grid import COLUMNS, FOLDER, Line
from tests.manners.matrix.world import (
    ABOVE,
    BEGIN,
    CITY_ROLES,
    COLLEAGUE,
    DISTRICT_ROLES,
    LIST,
    OTHER,
    OWN,
    SELF,
    Spot,
    World,
)

Kwargs = Mapping[str, Any]
UNFILLED = {"unknown": ""}
QUERY = "?"  # the key of a record under which the query of its address stands


@dataclass(frozen=True)
class Record:
    """How an address names a record, and the places in which such records lie."""

    kwargs: Callable[[Any], Kwargs]
    places: tuple[str, ...]


def of_office(kwargs: Callable[[Spot], Kwargs]) -> Record:
    """A record that lies in an office or its places: `of_office(lambda spot: {"pk": …})`."""
    return Record(kwargs, (OWN, OTHER))


def of_area(kwargs: Callable[[Area], Kwargs]) -> Record:
    """A record of an area of any level."""
    return Record(kwargs, (OWN, OTHER, ABOVE))


def of_person(kwargs: Callable[[User], Kwargs]) -> Record:
    """A record that belongs to a person."""
    return Record(kwargs, (SELF, COLLEAGUE, OTHER, ABOVE))


def of_system(kwargs: Callable[[Spot], Kwargs]) -> Record:
    """A record that lies in no area and belongs to nobody."""
    return Record(kwargs, (LIST,))


def fixed(**kwargs: Any) -> Record:
    """An address with a word in it, but no record."""
    return Record(lambda _: kwargs, (LIST,))


class AppModule:
    """What `<app>.py` beside the table says; all of it may be left out.

    `RECORDS`: by address; `SENT`: by address, what is posted (by default a form
    with nothing filled in); `prepare(world)`:
    makes rows once that are too slow to make for every question; `client(user)`: signs in, where it
    is not done with a session.
    """

    def __init__(self, app: str) -> None:
        there = (FOLDER / f"{app}.py").exists()
        module = import_module(f"tests.manners.matrix.{app}") if there else None
        self.records: dict[str, Record] = getattr(module, "RECORDS", {})
        self.sent: dict[str, dict[str, Any]] = getattr(module, "SENT", {})
        self.prepare: Callable[[World], None] = getattr(module, "prepare", lambda world: None)
        self.client: Callable[[User | None], Client] = getattr(module, "client", with_session)

    def places(self, address: str) -> tuple[str, ...]:
        """Where the address must be asked for."""
        return self.records[address].places if address in self.records else (LIST,)


def with_session(user: User | None) -> Client:
    client = Client(raise_request_exception=True)
    if user:
        client.force_login(user)
    return client


Where = Spot | Area | User


class Asking:
    """Asks the addresses of one app as every role, each question in a savepoint of its own. The roles
    ask a line for the same records; what is a person's own is made for each question anew, because
    it may change the answer to somebody else."""

    def __init__(self, app: str, world: World) -> None:
        self.module, self.world = AppModule(app), world
        self.module.prepare(world)
        for role in Role:  # before the first savepoint
            world.other(role).person(role)
        self.askers = {role: world.here.person(role) if role else None for role in COLUMNS.values()}
        self.clients = {role: self.module.client(user) for role, user in self.askers.items()}

    def answers(self, line: Line) -> tuple[int, ...]:
        """The code for each role."""
        record = self.module.records.get(line.address)
        with transaction.atomic():
            shared: dict[Where, Kwargs] = {}
            if record and SELF not in record.places:
                wanted = {self.where(line.place, role, record) for role in COLUMNS.values()}
                shared = {where: record.kwargs(where) for where in wanted}
            codes = tuple(self.answer(line, role, record, shared) for role in COLUMNS.values())
            transaction.set_rollback(True)
        return codes

    def answer(
        self, line: Line, role: Role | None, record: Record | None, shared: Mapping[Where, Kwargs]
    ) -> int:
        with transaction.atomic():
            kwargs: dict[str, Any] = {}
            if record:
                where = self.where(line.place, role, record)
                kwargs |= shared[where] if where in shared else record.kwargs(where)
            query = kwargs.pop(QUERY, {})
            url = reverse(line.address, kwargs=kwargs)
            send = getattr(self.clients[role], line.method.lower())
            data = self.module.sent.get(line.address, UNFILLED) if line.method == "POST" else query
            response = send(url, data)
            b"".join(response)  # a file is closed when it was read
            transaction.set_rollback(True)
        return response.status_code

    def where(self, place: str, role: Role | None, record: Record) -> Where:
        """In which place, or whose, the record lies that the role asks for."""
        if SELF in record.places:
            return self.person(place, role)
        spot = self.world.other(role) if place == OTHER else self.world.here
        if ABOVE not in record.places:
            return spot
        asker = role or Role.ASSISTANT
        return above(spot, asker) if place == ABOVE else spot.seat(asker)

    def person(self, place: str, role: Role | None) -> User:
        """Whose record lies there for the asker."""
        asker = role or Role.ASSISTANT
        if place == OTHER:
            return self.world.other(role).person(asker)
        if place == ABOVE:
            return self.world.here.person(chief_of(asker))
        if place == COLLEAGUE or role is None:
            colleague = User.objects.create_user("colleague", name="同事")
            seat = self.world.here.seat(asker)
            colleague.grants.create(role=asker, area=seat, begins_on=BEGIN)
            return colleague
        return self.world.here.person(role)


def chief_of(role: Role) -> Role:
    """Whose records lie above those of the role; beside a role of the city another one of it."""
    if above_is_district(role):
        return Role.DISTRICT_BUREAU
    return Role.AUDITOR if role == Role.CITY_BUREAU else Role.CITY_BUREAU


def above_is_district(role: Role) -> bool:
    return role not in (*CITY_ROLES, *DISTRICT_ROLES)


def above(spot: Spot, role: Role) -> Area:
    """The area one level up; the city for a role of the city."""
    return spot.district if above_is_district(role) else spot.city
