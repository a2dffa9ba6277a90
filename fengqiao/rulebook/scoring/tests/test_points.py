"""What an item earns, against the same counted in fractions by hand."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import AGAINST, AMONG, CODE, OF, POINTS, column
from fengqiao.rulebook.compile import compile_edition, fact_columns
from fengqiao.rulebook.judge import verdicts
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.scored import scored

Little = Callable[..., Edition]
WRITTEN = """
scoring: {grain: 0.1, full: 10, rounding: ROUNDING, not_applicable: full}
facts:
  number: {label: 数, column: satisfaction}
  whole: {label: 整数, column: disputes}
  a: {label: 甲, column: independent}
  b: {label: 乙, column: signage}
  trained: {label: 培训, share: {table: staff, holds: {trained: true}}}
items:
  - {id: it, clause: "1", title: 一条, wording: plain, rule: {yes: a}, points: {full: 10, POINTS}}
"""


def edition_with(little: Little, points: str, rounding: str = "half_up") -> Edition:
    return little(
        WRITTEN.replace(", POINTS", f", {points}" if points else "").replace("ROUNDING", rounding)
    )


def earned(edition: Edition, **facts: Any) -> Fraction | None:
    schema = {
        CODE: pl.String(),
        **{name: TYPES[kind] for name, kind in fact_columns(edition).items()},
    }
    frame = pl.DataFrame([dict.fromkeys(schema) | {CODE: "1"} | facts], schema=schema)
    found = scored(compile_edition(edition), frame, verdicts(edition, frame))
    assert found is not None
    grains = found[column("it", POINTS)][0]
    return None if grains is None else Fraction(grains, 10)


def rounded(value: Fraction, rounding: str) -> Fraction:
    """To a tenth."""
    tenths = value * 10
    whole = {"half_up": floor(tenths + Fraction(1, 2)), "down": floor(tenths), "up": ceil(tenths)}
    return Fraction(whole[rounding], 10)


BY_HAND = {
    "all of a verdict that is met": ("", {"a": True}, 10),
    "nothing of one that is not": ("", {"a": False}, 0),
    "open of one that is not known": ("", {}, None),
    "a deduction for each": ("deductions: [{fact: whole, points: 1.5}]", {"whole": 3}, "5.5"),
    "down to the floor": ("deductions: [{fact: whole, points: 1.5}]", {"whole": 9}, 0),
    "below zero, where the pack says so": (
        "floor: -2, deductions: [{fact: whole, points: 1.5}]",
        {"whole": 9},
        -2,
    ),
    "a cap on one deduction": ("deductions: [{fact: whole, points: 3, cap: 5}]", {"whole": 9}, 5),
    "several deductions": (
        "deductions: [{fact: whole, points: 1}, {unless: {yes: a}, points: 4}, "
        "{when: {yes: b}, points: 0.5}]",
        {"whole": 2, "a": False, "b": True},
        "3.5",
    ),
    "a deduction that is not known": ("deductions: [{unless: {yes: a}, points: 4}]", {}, None),
    "one for each started part": (
        "deductions: [{fact: number, per: 5, parts: started, points: 1}]",
        {"number": 10.1},
        7,
    ),
    "one for each whole part": (
        "deductions: [{fact: number, per: 5, points: 1}]",
        {"number": 14.9},
        8,
    ),
    "exactly in parts": (
        "deductions: [{fact: number, per: 5, parts: exact, points: 1}]",
        {"number": 7.5},
        "8.5",
    ),
    "only what goes beyond": ("deductions: [{fact: whole, beyond: 2, points: 1}]", {"whole": 5}, 7),
    "nothing to go beyond": ("deductions: [{fact: whole, beyond: 2, points: 1}]", {"whole": 1}, 10),
    "three tenths of one tenth each": (
        "deductions: [{fact: number, per: 0.1, points: 1}]",
        {"number": 0.3},
        7,
    ),
    "earned for each": ("earned: [{fact: whole, points: 2}]", {"whole": 3}, 6),
    "earned up to full marks": ("earned: [{fact: whole, points: 2}]", {"whole": 30}, 10),
    "the step that is reached": (
        "steps: {fact: number, steps: [{from: 90, points: 6}, {from: 95, points: 10}]}",
        {"number": 94.9},
        6,
    ),
    "below all steps": (
        "steps: {fact: number, steps: [{from: 90, points: 6}]}",
        {"number": 89.0},
        0,
    ),
    "no step without the number": (
        "steps: {fact: number, steps: [{from: 90, points: 6}]}",
        {},
        None,
    ),
    "a mark": ("mark: number", {"number": 7.25}, "7.3"),
    "a mark beyond full marks": ("mark: number", {"number": 12.0}, 10),
    "in proportion to completion": ("in_proportion: {fact: whole, of: 12}", {"whole": 5}, "4.2"),
    "the first state": (
        "floor: -1, states: [{when: {yes: a}, points: 1}, {when: {yes: b}, points: 0}, {points: -1}]",
        {"a": True},
        1,
    ),
    "the last state": (
        "floor: -1, states: [{when: {yes: a}, points: 1}, {when: {yes: b}, points: 0}, {points: -1}]",
        {"a": False, "b": False},
        -1,
    ),
    "a state that is not known": ("states: [{when: {yes: a}, points: 1}, {points: 0}]", {}, None),
}


@pytest.mark.parametrize("case", BY_HAND)
def test_points_a_person_can_check(case: str, little: Little) -> None:
    points, facts, expected = BY_HAND[case]
    found = earned(edition_with(little, points), **facts)
    assert found == (None if expected is None else Fraction(expected))


@pytest.mark.parametrize("rounding", ["half_up", "down", "up"])
def test_a_share_in_proportion_is_exact(rounding: str, little: Little) -> None:
    edition = edition_with(little, "in_proportion: {share: trained}", rounding)

    @given(some.integers(1, 3000).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
    def holds(drawn: tuple[int, int]) -> None:
        of, among = drawn
        parts = {"trained" + OF: of, "trained" + AMONG: among, "trained" + AGAINST: among - of}
        assert earned(edition, **parts) == rounded(Fraction(of * 10, among), rounding)

    holds()
    nobody = dict.fromkeys(("trained" + part for part in (OF, AMONG, AGAINST)), 0)
    assert earned(edition, **nobody) == 10
    unsure = {"trained" + OF: 1, "trained" + AMONG: 2, "trained" + AGAINST: 0}
    assert earned(edition, **unsure) is None


@pytest.mark.parametrize("rounding", ["half_up", "down", "up"])
def test_parts_of_a_typed_number_are_exact(rounding: str, little: Little) -> None:
    told = "earned: [{fact: number, per: 0.3, parts: exact, points: 0.7}]"
    edition = edition_with(little, told, rounding)

    @given(some.decimals(0, 100, places=3))
    def holds(typed: Any) -> None:
        exact = rounded(Fraction(typed) * Fraction(7, 10) / Fraction(3, 10), rounding)
        assert earned(edition, number=float(typed)) == min(exact, 10)

    holds()
