"""Whether a request that changed something left a trail: what forgets to record is found by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_open: ContextVar[list[str] | None] = ContextVar("recorded", default=None)


@contextmanager
def watched() -> Iterator[list[str]]:
    """The names of the acts that were recorded inside the block."""
    acts: list[str] = []
    token = _open.set(acts)
    try:
        yield acts
    finally:
        _open.reset(token)


def nothing_done() -> None:
    """For an act that is refused with a word, or that finds all as it should be: there is nothing
    to record."""
    note("")


def note(act: str) -> None:
    """An act was recorded."""
    acts = _open.get()
    if acts is not None:
        acts.append(act)
