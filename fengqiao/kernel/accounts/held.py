"""What one person holds today, and the rows that this opens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.db.models import Model, Q, QuerySet
from treebeard.mp_tree import MP_Node

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import TABLES, Reach, Scope
from fengqiao.kernel.areas.models import Area

TOWNSHIP = 3 * MP_Node.steplen  # city, district, town or street
Rows = TypeVar("Rows", bound=QuerySet[Model])


@dataclass(frozen=True, slots=True)
class Held:
    """A role in an area; `path` is the area's place in the tree, "" for the whole system."""

    role: Role
    path: str

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
    wanted = Q(pk__in=[])
    if scope.owner is not None:
        wanted |= Q(**{scope.owner: user.pk})
    name = right or scope.right
    for held, far in holdings(user, name) if name else ():
        place = held.place(far)
        if place == "":
            return rows
        if place is not None and scope.area is not None:
            wanted |= _within(scope, place)
    if scope.many:
        wanted = Q(pk__in=rows.model._base_manager.filter(wanted).values("pk"))
    return rows.filter(wanted)


def _within(scope: Scope, path: str) -> Q:
    """The rows of the area and below; with `upward` also those of the areas above."""
    places = Q(path__startswith=path)
    if scope.upward:
        places |= Q(path__in=_above(path))
    if not scope.area:
        return places
    return Q(**{f"{scope.area}__in": Area.objects.filter(places).order_by().values("pk")})


def _above(path: str) -> list[str]:
    step: int = MP_Node.steplen
    return [path[:end] for end in range(step, len(path), step)]
