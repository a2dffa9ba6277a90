"""Runs the examples beside every pack; each is a sentence that a jurist can check."""

from collections import defaultdict
from functools import cache

import pytest

from fengqiao.rulebook.examples import Example, examples_of, failures
from fengqiao.rulebook.packs import Pack, installed

PACKS = installed()
EXAMPLES = [(pack, example) for pack in PACKS for example in examples_of(pack)]
ENOUGH = {"符合", "不符合", "不明"}


@cache
def told(pack_id: str) -> dict[str, str]:
    """Why, by place, the examples of a pack do not hold; judged together once."""
    pack = next(pack for pack in PACKS if pack.id == pack_id)
    return {example.place: why for example, why in failures(pack, examples_of(pack))}


@pytest.mark.parametrize(
    ("pack", "example"),
    EXAMPLES,
    ids=[f"{pack.id}/{example.file}:{example.line}" for pack, example in EXAMPLES],
)
def test_example_holds(pack: Pack, example: Example) -> None:
    assert told(pack.id).get(example.place) is None, example.says


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_item_has_an_example_met_unmet_and_unknown(pack: Pack) -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for example in examples_of(pack):
        if example.item:
            seen[example.item].add(example.expected["判定"])
    for edition in pack.editions:
        assert [item.id for item in edition.items if not seen[item.id] >= ENOUGH] == []
