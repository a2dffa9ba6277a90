"""Kinds of rule that the Taizhou pack does not use, each against the rule once more by hand."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import AGAINST, AMONG, CODE, OF
from fengqiao.rulebook.compile import fact_columns
from fengqiao.rulebook.judge import verdicts
from fengqiao.rulebook.kinds import KINDS
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import ROOT, PackRefused

Little = Callable[..., Edition]
FACTS = """
facts:
  number: {label: 数, column: satisfaction}
  whole: {label: 整数, column: disputes}
  persons: {label: 人数, column: population}
  a: {label: 甲, column: independent}
  b: {label: 乙, column: signage}
  c: {label: 丙, column: appearance}
  trained: {label: 培训, share: {table: staff, holds: {trained: true}}}
items:
  - {id: it, clause: "1", title: 一条, wording: plain, rule: RULE}
"""


def judged(edition: Edition, **facts: Any) -> dict[str, Any]:
    """The outputs of the one item for one office with these facts."""
    schema = {
        CODE: pl.String(),
        **{name: TYPES[kind] for name, kind in fact_columns(edition).items()},
    }
    row = dict.fromkeys(schema) | {CODE: "1"} | facts
    found = verdicts(edition, pl.DataFrame([row], schema=schema)).row(0, named=True)
    return {name.removeprefix("it:"): value for name, value in found.items()}


def share(of: int | None, among: int | None, against: int | None = None) -> dict[str, Any]:
    rest = None if among is None or of is None else among - of
    values = (of, among, rest if against is None else against)
    return dict(zip(("trained" + part for part in (OF, AMONG, AGAINST)), values, strict=True))


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        ("{at_most: {fact: whole, value: 0}}", {"whole": 0}, (True, 0, 0, 0)),
        ("{at_most: {fact: whole, value: 0}}", {"whole": 2}, (False, 2, 0, 2)),
        ("{at_most: {fact: whole, value: 0}}", {}, (None, None, 0, None)),
        ("{between: {fact: number, least: 2, most: 5.5}}", {"number": 2.0}, (True, 2, 2, 0)),
        ("{between: {fact: number, least: 2, most: 5.5}}", {"number": 5.5}, (True, 5.5, 2, 0)),
        ("{between: {fact: number, least: 2, most: 5.5}}", {"number": 6.0}, (False, 6, 5.5, 0.5)),
        ("{between: {fact: number, least: 2, most: 5.5}}", {"number": 1.0}, (False, 1, 2, 1)),
        ("{between: {fact: number, least: 2, most: 5.5}}", {}, (None, None, 2, None)),
    ],
)
def test_bounds(
    rule: str, facts: dict[str, Any], expected: tuple[Any, ...], little: Little
) -> None:
    found = judged(little(FACTS.replace("RULE", rule)), **facts)
    assert tuple(found[name] for name in ("verdict", "actual", "required", "gap")) == expected


def test_so_many_of_a_list_follow_kleene(little: Little) -> None:
    edition = little(
        FACTS.replace("RULE", "{some_of: {least: 2, rules: [{yes: a}, {yes: b}, {yes: c}]}}")
    )
    answers = (True, False, None)
    for a in answers:
        for b in answers:
            for c in answers:
                given_ = (a, b, c)
                surely, possibly = given_.count(True), 3 - given_.count(False)
                expected = True if surely >= 2 else None if possibly >= 2 else False
                found = judged(edition, a=a, b=b, c=c)
                assert found["verdict"] is expected
                assert found["actual"] == (surely if surely == possibly else None)


SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "at_least": lambda rate, percent: rate >= percent,
    "at_most": lambda rate, percent: rate <= percent,
    "exactly": lambda rate, percent: rate == percent,
}


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("percent", ["100", "98.5", "33.4"])
def test_a_rate_is_true_only_where_every_way_to_fill_what_is_open_makes_it_true(
    sign: str, percent: str, little: Little
) -> None:
    rule = f"{{rate: {{share: trained, {sign}: {percent}, empty: unknown}}}}"
    edition = little(FACTS.replace("RULE", rule))

    @given(
        some.integers(1, 400).flatmap(
            lambda n: some.tuples(some.just(n), some.integers(0, n), some.integers(0, n))
        )
    )
    def holds(drawn: tuple[int, int, int]) -> None:
        among, first, second = drawn
        of, most = min(first, second), max(first, second)
        rates = (Fraction(count * 100, among) for count in range(of, most + 1))
        answers = {SIGNS[sign](rate, Fraction(percent)) for rate in rates}
        found = judged(edition, **share(of, among, among - most))
        assert found["verdict"] is (answers.pop() if len(answers) == 1 else None)
        if of == most:
            assert found["actual"] == pytest.approx(of * 100 / among)

    holds()


def test_a_hundred_percent_is_not_rounded_to(little: Little) -> None:
    rule = "{rate: {of: whole, among: persons, at_least: 100, empty: met}}"
    edition = little(FACTS.replace("RULE", rule))
    assert judged(edition, whole=999_999, persons=1_000_000)["verdict"] is False
    assert judged(edition, whole=1_000_000, persons=1_000_000)["verdict"] is True


@pytest.mark.parametrize(
    ("empty", "verdict", "applies"),
    [
        ("met", True, "-"),
        ("unmet", False, "-"),
        ("unknown", None, "-"),
        ("not_applicable", None, False),
    ],
)
def test_an_empty_denominator_is_what_the_pack_says(
    empty: str, verdict: bool | None, applies: Any, little: Little
) -> None:
    rule = f"{{rate: {{share: trained, at_least: 90, empty: {empty}}}}}"
    found = judged(little(FACTS.replace("RULE", rule)), **share(0, 0))
    assert found["verdict"] is verdict
    assert found["actual"] is None
    assert found.get("applies", "-") == applies
    assert found["meets"] is (True if empty == "not_applicable" else verdict)


def test_a_rate_may_depend_on_the_class(little: Little) -> None:
    rule = (
        "{rate: {share: trained, at_least: {by: [k], cases: {乡镇: 33.3, 街道: 50}}, empty: met}}"
    )
    facts = FACTS.replace("facts:\n", "facts:\n  k: {label: 类型, column: kind}\n")
    edition = little(facts.replace("RULE", rule))
    assert judged(edition, k="乡镇", **share(333, 1000))["verdict"] is True
    assert judged(edition, k="街道", **share(499, 1000))["verdict"] is False
    assert judged(edition, **share(499, 1000))["verdict"] is None


SLIPS = {
    "{between: {fact: number, least: 6, most: 5}}": "下限不应大于上限5",
    "{some_of: {least: 4, rules: [{yes: a}, {yes: b}]}}": "下面只有2项",
    "{rate: {share: trained, empty: met}}": "应写明at_least、at_most、exactly中的一个",
    "{rate: {share: trained, of: whole, at_least: 1, empty: met}}": "应写share,或者of和among",
    "{any_of: [{yes: a}, {rate: {share: trained, at_least: 1, empty: not_applicable}}]}": (
        "只能由条目自己的规则说"
    ),
    "{at_most: {fact: a, value: 1}}": "这里要用整数或数的事实",
}


@pytest.mark.parametrize("rule", SLIPS)
def test_a_slip_in_a_rule_is_told_where_it_stands(rule: str, little: Little) -> None:
    with pytest.raises(PackRefused) as refused:
        little(FACTS.replace("RULE", rule))
    [fault] = refused.value.faults
    assert SLIPS[rule] in fault.expected
    assert str(fault.column).startswith("items.0.rule")


def test_every_kind_has_its_row_in_the_guide() -> None:
    guide = (ROOT.parent / "docs/how-to-add-a-standard.md").read_text(encoding="utf-8")
    assert [name for name in KINDS if f"`{name}`" not in guide] == []
