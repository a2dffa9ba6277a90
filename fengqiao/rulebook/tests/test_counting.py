"""Counting under filters that are not known, which the Taizhou pack itself does not need."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fengqiao.rulebook.compile import compile_edition
from fengqiao.rulebook.gathering import gather
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs.building import fact
from fengqiao.rulebook.tables import Tables

TRAINED = {"table": "staff", "where": {"trained": True}}
YES = {"category": "其他", "trained": True}
NO = {"category": "其他", "trained": False}
OPEN = {"category": "其他"}

CASES = {
    "a count of rows that are known": ({"count": TRAINED}, [YES, NO], 1),
    "a count with a row that may belong": ({"count": TRAINED}, [YES, OPEN], None),
    "a count of all rows": ({"count": {"table": "staff"}}, [YES, NO, OPEN], 3),
    "a count in an empty table": ({"count": TRAINED}, [], 0),
    "one that is there": ({"exists": TRAINED}, [YES, OPEN], True),
    "one that may be there": ({"exists": TRAINED}, [NO, OPEN], None),
    "one that is not there": ({"exists": TRAINED}, [NO], False),
    "neither nor": (
        {"count": {"table": "staff", "where": {"not": {"trained": True}}}},
        [YES, NO],
        1,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_may_or_may_not_belong_makes_a_count_not_known(
    case: str, edition: Edition, tables: Callable[..., Tables]
) -> None:
    spec, staff, expected = CASES[case]
    assert counted(edition, tables(staff=staff), spec) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [([1.5, 2.0], 3.5), ([1.5, None], None), ([], 0.0)]
)
def test_a_sum_with_a_value_that_is_not_known_is_not_known(
    values: list[float | None],
    expected: float | None,
    edition: Edition,
    tables: Callable[..., Tables],
) -> None:
    rows = [{"fact": "走访", "value": value} for value in values] + [
        {"fact": "讲座", "value": None}
    ]
    spec = {"sum": {"table": "facts", "column": "value", "where": {"fact": "走访"}}}
    assert counted(edition, tables(facts=rows), spec) == expected


def test_sums_of_sums_are_added_up(edition: Edition, tables: Callable[..., Tables]) -> None:
    more = fact("more", {"label": "多", "add": ["staff_total", "mediators"]})
    facts = dict(edition.facts) | {"more": more}
    staff = [{"category": "专职调解员"}, {"category": "警辅"}]
    assert gathered(edition, tables(staff=staff), facts, "more") == 3


def counted(edition: Edition, given: Tables, spec: dict[str, Any]) -> Any:
    facts = dict(edition.facts) | {"it": fact("it", {"label": "它"} | spec)}
    return gathered(edition, given, facts, "it")


def gathered(edition: Edition, given: Tables, facts: dict[str, Any], name: str) -> Any:
    changed = replace(edition, facts=facts, digest=f"{facts[name]}")
    _, frame = gather(compile_edition(changed), given)
    return frame[name][0]
