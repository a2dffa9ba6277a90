"""What a person is told of himself: what is kept, for what, and who has looked at it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.registers.people.models import SECRET, Known, Person, Request
from fengqiao.registers.people.references import all_references
from fengqiao.registers.people.shown import label, plain

LOOKS = ("people.seen", "people.opened", "people.copied")
CLEAR = ("name", "sex", "born_on", "paper")
SHOWN = 500  # looks, the latest; the paper says when there were more


@dataclass(frozen=True, slots=True)
class Look:
    """Who has looked: the day, the office, for what; how often that day. No officer is named."""

    day: str
    office: str
    act: str
    times: int


@dataclass(frozen=True, slots=True)
class OwnData:
    """All that one office keeps about a person."""

    values: list[tuple[str, str]]
    merged: list[list[tuple[str, str]]]  # of records that were found to be his
    known: list[Known]
    rows: list[tuple[str, int]]  # by kind of work
    looks: list[Look]
    more: bool


def own_data(request: Request) -> OwnData:
    """As the office of the request keeps it; of what other offices do nothing is told here."""
    person, paths = request.person, request.area.path
    looks = list(_looks(person, paths))
    merged = Person.objects.filter(merged_into=person).order_by("pk")
    return OwnData(
        values=_values(person),
        merged=[_values(one) for one in merged],
        known=list(person.known.filter(area=request.area).select_related("area")),
        rows=list(_rows(person)),
        looks=_counted(looks[:SHOWN]),
        more=len(looks) > SHOWN,
    )


def _values(person: Person) -> list[tuple[str, str]]:
    said = {
        "name": person.name,
        "sex": str(person.get_sex_display()),
        "born_on": person.born_on.isoformat() if person.born_on else "",
        "paper": str(person.get_paper_display()),
    } | {name: plain(person, name) for name in SECRET}
    return [(label(name), said[name]) for name in (*CLEAR, *SECRET) if said[name]]


def _rows(person: Person) -> Iterator[tuple[str, int]]:
    for reference in all_references():
        if number := reference.rows.filter(**{reference.field: person}).count():
            yield str(reference.model._meta.verbose_name), number


def _looks(person: Person, path: str) -> Iterator[tuple[str, str, str]]:
    entries = list(
        Entry.objects.about(person)
        .filter(act__in=LOOKS, area__path__startswith=path)
        .select_related("area")[: SHOWN + 1]
    )
    kept = Payload.objects.filter(entry__in=[entry.pk for entry in entries])
    purposes = {one.pk: json.loads(one.body).get("purpose", "") for one in kept}
    for entry in entries:
        purpose = purposes.get(entry.pk, "")
        act = str(entry.stated.title) + (_(":%s") % purpose if purpose else "")
        yield timezone.localtime(entry.at).date().isoformat(), str(entry.area), act


def _counted(looks: list[tuple[str, str, str]]) -> list[Look]:
    return [Look(*look, times) for look, times in Counter(looks).items()]
