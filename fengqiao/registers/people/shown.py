"""Persons as pages show them: masked, and a value as it is where it was opened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.lib import masks, phones
from fengqiao.lib.resident_id import age_on
from fengqiao.registers.people.models import SECRET, Person

MASKS = {
    "id_number": masks.paper_number,
    "phone": lambda number: masks.phone(phones.spoken(number)),
    "phone_more": lambda number: masks.phone(phones.spoken(number)),
    "address": masks.address,
    "household": masks.address,
}
PHONES = ("phone", "phone_more")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is masked until it is opened."""

    name: str
    label: str
    text: str
    opened: bool


def masked(person: Person, name: str) -> str:
    """What of a value anybody may see who sees the person."""
    value: str = getattr(person, name)
    return MASKS[name](value) if value else ""


def plain(person: Person, name: str) -> str:
    """The value itself, a number as it is said."""
    value: str = getattr(person, name)
    return phones.spoken(value) if name in PHONES else value


def label(name: str) -> str:
    """What a column is called."""
    return str(Person._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def labels(names: Collection[str]) -> str:
    """Several columns, for a sentence or the trail."""
    return "、".join(label(name) for name in names)


def values(person: Person, opened: Collection[str] = ()) -> list[Value]:
    """The values that are there, those that were opened as they are."""
    return [
        Value(
            name,
            label(name),
            plain(person, name) if name in opened else masked(person, name),
            name in opened,
        )
        for name in SECRET
        if getattr(person, name)
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A person in a list."""

    pk: int
    name: str
    sex: str
    age: str
    number: str
    phone: str
    address: str


def row(person: Person, today: date) -> Row:
    return Row(
        person.pk,
        masks.name(person.name),
        person.get_sex_display(),
        age(person, today),
        masked(person, "id_number") or str(person.get_paper_display()),
        masked(person, "phone"),
        masked(person, "address"),
    )


def age(person: Person, today: date) -> str:
    """Full years; empty where the birthday is not known."""
    if person.born_on is None:
        return ""
    return _("%d周岁") % age_on(person.born_on, today)


def changed(person: Person, values: dict[str, Any]) -> list[str]:
    """Which of the values are new."""
    return [name for name, value in values.items() if getattr(person, name) != value]
