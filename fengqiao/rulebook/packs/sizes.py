"""How large a file of a pack may be: what is compiled and said grows with all that is written.

Real packs are far below; without an end, a pack of some kilobytes would keep a machine busy for hours.
"""

from collections.abc import Iterator
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.yamlfile import Document

ENTRIES = 300  # in a part of a file: facts, items, examples
VALUES = 120  # written in one of them
WHOLE = 4000  # written in the whole file
TERMS = 200  # that one fact adds up, when facts that are sums themselves are followed


def size_faults(document: Document) -> Iterator[Fault]:
    """Parts with too many entries, entries with too much in them; whatever form they have."""
    if (written := _values(document.data)) > WHOLE:
        yield document.fault((), None, f"整个文件写了{written}个值,至多{WHOLE}个")
    for part, told in document.data.items():
        entries = dict(_entries(told))
        if len(entries) > ENTRIES:
            yield document.fault((part,), None, f"有{len(entries)}项,至多{ENTRIES}项")
            continue
        for key, entry in entries.items():
            if (written := _values(entry)) > VALUES:
                expected = f"这一项里写了{written}个值,至多{VALUES}个,请分开写"
                yield document.fault((part, key), None, expected)


def _entries(told: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(told, dict):
        yield from told.items()
    elif isinstance(told, list):
        yield from enumerate(told)


def _values(told: Any) -> int:
    """How many plain values stand in it, at any depth."""
    inner = [entry for _, entry in _entries(told)]
    return sum(map(_values, inner)) if inner else 1


def terms_of(facts: dict[str, Any]) -> dict[str, int]:
    """How many facts each one is made of in the end; a fact that rests on itself, directly or by way of
    others, has no number. `facts` as the file has them."""
    made_of = {name: _parts(spec) for name, spec in facts.items()}
    found = {name: 1 for name, inner in made_of.items() if not inner}
    waiting = facts.keys() - found.keys()
    while waiting:
        ready = {name for name in waiting if not set(made_of[name]) & waiting}
        if not ready:
            break
        found |= {name: sum(found.get(part, 1) for part in made_of[name]) for name in ready}
        waiting -= ready
    return found


def _parts(spec: dict[str, Any]) -> list[str]:
    from fengqiao.rulebook.deriving import parts  # with the engine, which a start does not need

    return [part for how, told in spec.items() for part in parts(how, told)]
