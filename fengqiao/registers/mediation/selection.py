"""Which bodies and mediators a list shows, with what it says of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.tree import with_area
from fengqiao.registers.mediation.casework import casework
from fengqiao.registers.mediation.conditions import TRAINED_WITHIN, Finding, findings
from fengqiao.registers.mediation.forms.filters import GONE
from fengqiao.registers.mediation.models import Body, Mediator, Seat, Tenure, Training


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as the list shows it."""

    body: Body
    seats: Sequence[Seat]
    tenure: Tenure | None
    findings: Sequence[Finding]
    open_cases: int
    cases_url: str


@dataclass(frozen=True, slots=True)
class MediatorRow:
    mediator: Mediator
    open_cases: int
    cases_url: str
    seats: list[Seat] = field(default_factory=list)
    trained_on: date | None = None


def bodies(user: User, wanted: Mapping[str, Any]) -> QuerySet[Body]:
    """Those that fit the filter, which the user may see."""
    rows: QuerySet[Body] = with_area(
        Body.objects.visible_to(user).select_related("parent"), "office"
    )
    rows = rows.filter(ended_on__isnull=wanted.get("state") != GONE)
    if kind := wanted.get("kind"):
        rows = rows.filter(kind=kind)
    if name := wanted.get("name"):
        rows = rows.filter(name__icontains=name)
    return rows


def mediators(user: User, wanted: Mapping[str, Any], day: date) -> QuerySet[Mediator]:
    """Those who sit somewhere on the day, or nowhere any more."""
    rows = Mediator.objects.visible_to(user)
    seated = Mediator.objects.seated_on(day).values("pk")
    rows = (
        rows.exclude(pk__in=seated) if wanted.get("state") == GONE else rows.filter(pk__in=seated)
    )
    if name := wanted.get("name"):
        rows = rows.filter(name__icontains=name)
    if full_time := wanted.get("full_time"):
        rows = rows.filter(full_time=full_time == "yes")
    if matter := wanted.get("good_at"):
        rows = rows.filter(specialities__icontains=f'"{matter}"')
    found: QuerySet[Mediator] = with_area(rows, "office")
    return found


def trained_since(seats: Iterable[Seat], day: date) -> set[int]:
    """Those of them who took part in a training within the last year."""
    since = day - TRAINED_WITHIN
    rows = Training.objects.filter(mediator__in={seat.mediator_id for seat in seats})
    return set(rows.filter(held_on__gte=since).values_list("mediator", flat=True))


def body_rows(found: Sequence[Body], user: User, day: date) -> list[BodyRow]:
    """With members, findings and open cases: as many queries for many as for one."""
    pks = [body.pk for body in found]
    seats: defaultdict[int, list[Seat]] = defaultdict(list)
    every = list(
        Seat.objects.visible_to(user).on(day).filter(body__in=pks).select_related("mediator")
    )
    for seat in every:
        seats[seat.body_id].append(seat)
    tenures: dict[int, Tenure] = {}
    for tenure in Tenure.objects.visible_to(user).filter(body__in=pks):
        tenures.setdefault(tenure.body_id, tenure)
    trained, work = trained_since(every, day), casework()
    counts = work.of_bodies(user, pks)
    return [
        BodyRow(
            body,
            seats[body.pk],
            tenures.get(body.pk),
            findings(body, seats[body.pk], tenures.get(body.pk), trained, day),
            counts.get(body.pk, 0),
            work.body_url(body.pk),
        )
        for body in found
    ]


def mediator_rows(found: Sequence[Mediator], user: User, day: date) -> list[MediatorRow]:
    """With seats, last training and open cases."""
    pks, work = [one.pk for one in found], casework()
    counts = work.of_mediators(user, pks)
    rows = {
        one.pk: MediatorRow(one, counts.get(one.pk, 0), work.mediator_url(one.pk)) for one in found
    }
    seats = Seat.objects.visible_to(user).on(day).filter(mediator__in=pks)
    for seat in seats.select_related("body"):
        rows[seat.mediator_id].seats.append(seat)
    latest: dict[int, date] = {}
    for training in Training.objects.visible_to(user).filter(mediator__in=pks):
        latest.setdefault(training.mediator_id, training.held_on)
    return [
        MediatorRow(row.mediator, row.open_cases, row.cases_url, row.seats, latest.get(pk))
        for pk, row in rows.items()
    ]
