"""What one person holds today, and the rows that this opens."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any, Protocol, TypeVar

from django.db.models import Model, Q, QuerySet
from treebeard.mp_tree import MP_Node

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import TABLES, Reach, Scope
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import way_to

TOWNSHIP = 3 * MP_Node.steplen  # city, district, town or street
Rows = TypeVar("Rows", bound=QuerySet[Model])


@dataclass(frozen=True, slots=True)
class Held:
    """A role in an area; `path` is the area's place in the tree, "" for the whole system. `leaf` is
    the area itself where it is an office, below which nothing lies: its rows need no search of the
    tree."""

    role: Role
    path: str
    leaf: int | None = field(default=None, compare=False)

    def place(self, far: Reach) -> str | None:
        """The place in the tree below which a right of this reach holds; None where it holds for
        what is the person's own alone."""
        if far is Reach.OWN:
            return None
        if far is Reach.EVERYWHERE:
            return ""
        return self.path[:TOWNSHIP] if far is Reach.TOWNSHIP else self.path

    def covers(self, far: Reach, path: str) -> bool:
        """Whether a right of this reach holds in the place."""
        place = self.place(far)
        return place is not None and path.startswith(place)


class Holder(Protocol):
    """Who holds roles: an account."""

    pk: Any

    @property
    def held(self) -> list[Held]: ...

    @property
    def confined_to(self) -> frozenset[str] | None: ...


def holdings(user: Holder, right: str) -> Iterator[tuple[Held, Reach]]:
    """Every role of the user that has the right, with its reach; none where he acts through
    something that was not lent the right."""
    if user.confined_to is not None and right not in user.confined_to:
        return
    roles = TABLES.rights[right].roles
    for held in user.held:
        if held.role in roles:
            yield held, roles[held.role]


def narrowed(rows: Rows, user: Holder, right: str = "") -> Rows:
    """The rows that the user may see, or on which he may do what `right` names.

    None where no table speaks of the model.
    """
    scope = TABLES.scopes.get(rows.model)
    if scope is None:
        return rows.none()
    wanted: list[Q] = []  # any of them opens a row; no empty one among them: each costs its query
    name = right or scope.right
    holds = list(holdings(user, name)) if name else []
    if scope.shared is not None and any(far is Reach.OWN for _held, far in holds):
        wanted.append(scope.shared(user, name))
    places = {held.place(far) for held, far in holds}
    if "" in places:
        return rows
    if scope.owner is not None and (None in places or not scope.own_by_right):
        wanted.append(Q(**{scope.owner: user.pk}))
    paths = sorted(place for place in places if place is not None)
    if paths and scope.area is not None:
        leaves = {held.path: held.leaf for held, _far in holds if held.leaf}
        alone = None if scope.upward else [leaves.get(path) for path in paths]
        wanted.append(_within(rows.model, scope, paths, alone if alone and all(alone) else None))
    return rows.filter(reduce(or_, wanted)) if wanted else rows.none()


def _within(
    model: type[Model], scope: Scope, paths: list[str], alone: list[int | None] | None
) -> Q:
    """The rows of the areas and below; with `upward` also those of the areas above. `alone`: the areas
    themselves, where nothing lies below any of them."""
    places = Q()
    for path in paths:
        places |= Q(path__startswith=path)
        if scope.upward:
            places |= Q(path__in=way_to(path))
    if not scope.area:
        return places
    if alone and len(alone) == 1 and not scope.many:
        return Q(**{scope.area: alone[0]})
    areas: Any = alone or Area.objects.filter(places).order_by().values("pk")
    return _through(model, scope.area, areas) if scope.many else Q(**{f"{scope.area}__in": areas})


def _through(model: type[Model], lookup: str, areas: Any) -> Q:
    """Asked of the table that says in which areas a row lies, and of it alone: a join with it would
    bring a row once for each of its areas, and be read from its first row to its last."""
    names = lookup.split("__")
    for at, name in enumerate(names):
        field: Any = model._meta.get_field(name)
        if field.one_to_many:
            inside = {"__".join(names[at + 1 :]) + "__in": areas}
            rows = field.related_model._base_manager.filter(**inside).values(field.field.name)
            return Q(**{"__".join(names[:at] or ["pk"]) + "__in": rows})
        model = field.related_model
    raise LookupError(f"{lookup} leads to one area alone")
