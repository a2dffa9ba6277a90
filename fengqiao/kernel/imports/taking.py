"""Planning takes long and hinders nobody; writing holds the register's turn and is short."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fengqiao.kernel.areas.turns import turn, turns_taken
from fengqiao.kernel.imports.registry import Plan


@contextmanager
def planned_turn(register: str, make: Callable[[], Plan]) -> Iterator[Plan]:
    """The transaction that holds the register's turn, with a plan of what the register is in it.

    The plan is made before; only where somebody had a turn meanwhile is it made once more inside,
    for then it may rest on what is no longer so.
    """
    before = turns_taken(register)
    plan = make()
    with turn(register) as taken:
        yield plan if taken == before else make()
