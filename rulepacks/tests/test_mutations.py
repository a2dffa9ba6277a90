"""Changes every rule of a pack, one at a time: for each, some example must cease to hold."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fengqiao.rulebook.examples import examples_of, failures_of
from fengqiao.rulebook.kinds import KINDS
from fengqiao.rulebook.model import Edition, Item
from fengqiao.rulebook.packs import Pack, installed

Mutant = tuple[str, Edition]
WRONG = {"met": "unmet", "unmet": "met", "count": "yes_no", "yes_no": "count"}


def mutants(edition: Edition) -> Iterator[Mutant]:
    """Every edition that differs in one number, word or part of one item or fact."""
    for at, item in enumerate(edition.items):
        without = (*edition.items[:at], *edition.items[at + 1 :])
        yield f"{item.id} deleted", replace(edition, items=without)
        for change, other in changed_items(item):
            items = (*edition.items[:at], other, *edition.items[at + 1 :])
            yield f"{item.id}: {change}", replace(edition, items=items)
    for name in {name for item in edition.items for name in item.facts}:
        fact = edition.facts[name]
        for change, spec in changed(fact.spec):
            facts = dict(edition.facts) | {name: replace(fact, spec=spec)}
            yield f"{name}: {change}", replace(edition, facts=facts)


def changed_items(item: Item) -> Iterator[tuple[str, Item]]:
    if item.applies:
        yield "applies to all", replace(item, applies=None)
    for change, spec in changed(item.spec):
        yield change, replace(item, spec=spec)
    for kind, other in (("any_of", "all_of"), ("all_of", "any_of")):
        if item.kind == kind:
            yield f"{kind} to {other}", replace(item, kind=other)


def changed(spec: Any) -> Iterator[tuple[str, Any]]:
    """The spec with one leaf changed or one alternative left out."""
    for kind, change in CHANGES.items():
        if type(spec) is kind:
            yield from change(spec)


def changed_mapping(spec: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in spec.items():
        if key in ("by", "is"):  # with another one no pack would load
            continue
        for change, other in changed(value):
            yield f"{key}.{change}", spec | {key: other}
        if key in ("where", "holds") and len(value) > 1:
            for left_out in value:
                fewer = {name: one for name, one in value.items() if name != left_out}
                yield f"{key} without {left_out}", spec | {key: fewer}


def changed_list(spec: list[Any]) -> Iterator[tuple[str, Any]]:
    for at, one in enumerate(spec):
        if len(spec) > 1:
            yield f"without {one}", spec[:at] + spec[at + 1 :]
        for change, other in changed(one):
            yield f"{at}.{change}", [*spec[:at], other, *spec[at + 1 :]]


def changed_text(spec: str) -> Iterator[tuple[str, Any]]:
    if ":" in spec:
        yield "ratio", f"1:{int(spec.split(':')[1]) + 1}"
    elif spec in WRONG:
        yield f"not {spec}", WRONG[spec]


CHANGES: dict[type, Callable[[Any], Iterator[tuple[str, Any]]]] = {
    dict: changed_mapping,
    list: changed_list,
    str: changed_text,
    bool: lambda spec: iter([("turned", not spec)]),
    int: lambda spec: iter([("one more", spec + 1), ("one less", spec - 1)]),
    date: lambda spec: iter([("a day later", spec + timedelta(days=1))]),
}


def test_the_kinds_of_rule_that_packs_use_are_those_there_are() -> None:
    used = {
        item.kind for pack in installed() for edition in pack.editions for item in edition.items
    }
    assert used <= set(KINDS)


@pytest.mark.long
@pytest.mark.parametrize("pack", installed(), ids=lambda pack: pack.id)
def test_no_rule_can_change_without_an_example_that_fails(pack: Pack) -> None:
    for edition in pack.editions:
        examples = [one for one in examples_of(pack) if edition.holds_on(one.on)]
        survivors = []
        for at, (change, mutant) in enumerate(mutants(edition)):
            other = replace(mutant, digest=f"mutant {at}")
            if not any(True for _ in failures_of(other, examples)):
                survivors.append(change)
        assert survivors == []
