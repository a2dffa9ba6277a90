"""Rights as tables: role × area × kind of record × act, and what is not in a table is denied.

Each app states two tables in its `permissions.py`:

- `RIGHTS`: a `Right` for each kind of act, with the roles that hold it and how far each reaches.
- `SCOPES`: for each of its models, which right opens its rows and how a row says where it belongs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import ModuleType
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.stated import modules

PUBLIC = "public"  # what nobody need sign in for
OWN = "own"  # what every signed-in person may do with what is his


class Reach(Enum):
    """How far a role reaches from the area in which a person holds it."""

    AREA = _("本区域及下辖")
    TOWNSHIP = _("所在乡镇(街道)及下辖")
    OWN = _("本人经办")
    EVERYWHERE = _("全部")


@dataclass(frozen=True, slots=True)
class Right:
    """An act on a kind of record. `written` says where it comes from: a clause, an article, or
    the reason for which we decided so."""

    name: str
    label: str | Promise
    roles: Mapping[Role, Reach]
    written: str | Promise


@dataclass(frozen=True, slots=True)
class Scope:
    """Which right opens the rows of a model, and where a row belongs.

    `area` is the look-up that leads from a row to its area ("" where the row is the area), `owner`
    the one to the person whose row it is. `upward`: the areas above one's own are seen as well,
    because what is said of a city is said to its districts. An owner sees his rows without a right,
    unless `own_by_right`: then only who holds a right that reaches what is his own does, and whose right
    reaches areas sees those alone (an index leads to an area or to an owner, not to either of them).
    `many`: a row may lie in several areas.
    `shared` gives further rows to who holds the right for his
    own alone (`Reach.OWN`): a condition from the account and the right. Others are never asked for it, so
    their queries stay as short as they are.
    """

    right: str = ""
    area: str | None = None
    owner: str | None = None
    upward: bool = False
    many: bool = False
    shared: Callable[[Any, str], Q] | None = None
    own_by_right: bool = False


@dataclass(slots=True)
class Tables:
    """All tables of all apps."""

    rights: dict[str, Right] = field(default_factory=dict)
    scopes: dict[type[models.Model], Scope] = field(default_factory=dict)


TABLES = Tables()


def collect() -> None:
    """Read the tables of all installed apps; a name twice, or a scope without its right, is a
    mistake of ours."""
    TABLES.rights.clear()
    TABLES.scopes.clear()
    for module in modules("permissions"):
        _take(module)
    unknown = {scope.right for scope in TABLES.scopes.values()} - {"", *TABLES.rights}
    if unknown:
        raise LookupError(f"scopes of unknown rights: {sorted(unknown)}")


def _take(module: ModuleType) -> None:
    for right in module.RIGHTS:
        if right.name in TABLES.rights:
            raise LookupError(f"a right twice: {right.name}")
        TABLES.rights[right.name] = right
    TABLES.scopes |= module.SCOPES


def reach(*roles: Role, far: Reach = Reach.AREA) -> dict[Role, Reach]:
    """The same reach for several roles, to write a row of a table in one line."""
    return dict.fromkeys(roles, far)
