"""A body or a mediator by the name that a ledger writes: the one that is meant, or none."""

from typing import TypeVar

from fengqiao.kernel.areas.models import Area
from fengqiao.registers.mediation.models import Body, Mediator

T = TypeVar("T", Body, Mediator)
WIDTHS = str.maketrans("\uff08\uff09", "()")  # brackets, as forms and as we write them


def body_named(office: Area, name: str) -> Body | None:
    """The one body of the office with this name; of several, the one that still is there. None
    where none or more than one fits."""
    found = [one for one in Body.objects.filter(office=office) if _same(one.name, name)]
    standing = [one for one in found if one.ended_on is None]
    return _only(standing or found)


def mediator_named(office: Area, name: str) -> Mediator | None:
    """The one mediator of the office with this name, whether he still sits or has left: a ledger
    speaks of the past. None where none or more than one fits."""
    return _only([one for one in Mediator.objects.filter(office=office) if _same(one.name, name)])


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) != ""


def _plain(name: str) -> str:
    return "".join(name.split()).translate(WIDTHS)


def _only(found: list[T]) -> T | None:
    return found[0] if len(found) == 1 else None
