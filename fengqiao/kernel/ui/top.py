"""What stands in the bar on top of every page; apps above add theirs in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Part:
    """A template, drawn for those for whom it is of use."""

    template: str
    for_whom: "Callable[[User], bool]"


_parts: dict[str, Part] = {}


def add(part: Part) -> None:
    """Draw it from now on."""
    _parts[part.template] = part


def templates_for(user: "User") -> list[str]:
    """What the user's pages have on top."""
    return [part.template for part in _parts.values() if part.for_whom(user)]
