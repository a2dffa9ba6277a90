"""The joint with the staff register, which lies above and registers itself here.

A role of an office is held for a post: the person is picked from the register, and the role ends on
the day on which the post does.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area


@dataclass(frozen=True, slots=True)
class Post:
    """A person's place in an office, as the register has it today."""

    office: Area
    words: str  # office and post
    ended: bool


@dataclass(frozen=True, slots=True)
class Register:
    """What the staff register does for accounts."""

    page: str  # name of the address on which somebody is picked; `?account=` for whom
    posts_of: Callable[[User], list[Post]]
    # The role hangs on the person's post from now on; refused for who is not of the office.
    hang: Callable[[Grant], None]


_registers: list[Register] = []
_keepers: dict[Role, Callable[[Grant], None]] = {}


def register(one: Register) -> None:
    """Use this register from now on."""
    _registers[:] = [one]


def the_register() -> Register:
    return _registers[0]


def hangs(role: Role | str, area: Area | None) -> bool:
    """Whether the role is held there for a post of the register."""
    return role in BY_POST and area is not None and area.kind == AreaKind.OFFICE


def keep(role: Role, hang: Callable[[Grant], None]) -> None:
    """Tell this register of every grant of the role from now on; it may shorten or refuse it."""
    _keepers[role] = hang


def tell_keeper(grant: Grant) -> None:
    """The register that keeps the role, if one does, looks at the new grant."""
    if hang := _keepers.get(Role(grant.role)):
        hang(grant)
