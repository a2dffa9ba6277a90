"""Persons in the search of all pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.tokens import rewrite_tokens
from fengqiao.kernel.search.registry import Hit, Kind
from fengqiao.registers.people.models import Person, PersonToken
from fengqiao.registers.people.models.person import PersonQuerySet
from fengqiao.registers.people.permissions import SEE
from fengqiao.registers.people.searching import find_all
from fengqiao.registers.people.shown import row

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 500


def find(user: "User", words: Sequence[str]) -> PersonQuerySet:
    """Of one's offices."""
    return find_all(Person.objects.visible_to(user).current(), words).order_by("-pk")


def shown(user: "User", people: Sequence[Person]) -> list[Hit]:
    """Masked, as in the list."""
    today = timezone.localdate()
    rows = [row(person, today) for person in people]
    return [
        Hit(
            one.name,
            reverse("people:person", args=[one.pk]),
            " · ".join(part for part in (one.sex, one.age, one.number, one.address) if part),
            one.phone,
        )
        for one in rows
    ]


def rebuild() -> int:
    """Of all persons, batch by batch."""
    done, last = 0, 0
    while batch := list(Person.objects.order_by("pk").filter(pk__gt=last)[:BATCH]):
        rewrite_tokens(PersonToken, batch)
        done, last = done + len(batch), batch[-1].pk
    return done


PEOPLE = Kind(
    name="people",
    title=_("人员"),
    unit=_("人"),
    right=SEE,
    order=20,
    find=find,
    shown=shown,
    rebuild=rebuild,
)
