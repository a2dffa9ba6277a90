"""What the pages show: accounts of a list, and the tables of rights for people to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.accounts.rights import TABLES, Reach, Right
from fengqiao.kernel.areas.models import AreaName


def narrowed(users: QuerySet[User], asked: dict[str, Any]) -> QuerySet[User]:
    """The accounts that fit the filter."""
    today = timezone.localdate()
    now = Grant.objects.on(today).filter(user=OuterRef("pk"))
    if asked.get("q"):
        users = users.filter(Q(name__contains=asked["q"]) | Q(username__icontains=asked["q"]))
    if asked.get("role"):
        users = users.filter(Exists(now.filter(role=asked["role"])))
    if asked.get("state") == "closed":
        users = users.filter(is_active=False)
    if asked.get("state") == "open":
        users = users.filter(Exists(now), is_active=True)
    if asked.get("state") == "without":
        users = users.filter(~Exists(now), is_active=True)
    return users


def with_places(grants: QuerySet[Grant]) -> QuerySet[Grant]:
    """Each with the last name of its area as `place`; null for the whole system."""
    names = AreaName.objects.filter(area=OuterRef("area")).order_by("-pk").values("name")
    return grants.annotate(place=Subquery(names[:1]))


@dataclass(frozen=True, slots=True)
class Allowed:
    """A right as people read it: who holds it, how far, and where it is written."""

    label: str | Promise
    written: str | Promise
    holders: list[tuple[str | Promise, list[str | Promise]]]  # reach, names of roles


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rights of one app."""

    title: str | Promise
    rows: list[Allowed]


def chapters(role: Role | None = None) -> list[Chapter]:
    """All rights, or those of a role, app by app."""
    rights = [one for one in TABLES.rights.values() if role is None or role in one.roles]
    ordered = sorted(rights, key=lambda one: str(_title(one)))
    return [
        Chapter(title, [_allowed(one, role) for one in group])
        for title, group in groupby(ordered, key=_title)
    ]


def _title(right: Right) -> str | Promise:
    return apps.get_app_config(right.name.partition(".")[0]).verbose_name


def _allowed(right: Right, role: Role | None) -> Allowed:
    roles = right.roles if role is None else {role: right.roles[role]}
    holders: Any = [(far.value, [one.label for one in _of(roles, far)]) for far in Reach]
    return Allowed(right.label, right.written, [pair for pair in holders if pair[1]])


def _of(roles: Any, far: Reach) -> Iterable[Role]:
    return [role for role in Role if roles.get(role) is far]
