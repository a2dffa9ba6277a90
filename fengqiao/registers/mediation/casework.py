"""The joint with the line of work that has cases: it lies above and registers itself here, so that
the register can say how many are open, lead to them, and let nobody go before they are passed on."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fengqiao.registers.mediation.models import Body

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

Counts = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Casework:
    """Open cases that the user may see, by body and by mediator, each with the address of just these
    rows; and all that a body has, whoever asks."""

    of_bodies: Callable[["User", Collection[int]], Counts]
    of_mediators: Callable[["User", Collection[int]], Counts]
    body_url: Callable[[int], str]
    mediator_url: Callable[[int], str]
    open_in: Callable[[Body], int]


_known: list[Casework] = []


def register(one: Casework) -> None:
    """Ask this line of work from now on."""
    _known[:] = [one]


def casework() -> Casework:
    return _known[0]
