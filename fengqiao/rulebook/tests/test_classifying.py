from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.classify import propose
from fengqiao.rulebook.packs import load

EDITION = load("taizhou-2021").editions[0]
BIG = {"population": 120_000, "land_area": 130.0, "gdp": 200.0, "disputes": 900}
SMALL = {"population": 10_000, "land_area": 10.0, "gdp": 5.0, "disputes": 20}


def test_a_class_is_proposed_with_a_reason_for_each_factor() -> None:
    proposal = propose(EDITION, BIG)
    assert (proposal.size, proposal.score, proposal.unknowns) == ("大型", 100, [])
    assert proposal.reasons[0].sentence == typeset("常住人口120000人,得100分,权重35%,计35分。")
    assert sum(reason.adds for reason in proposal.reasons) == proposal.score
    assert propose(EDITION, SMALL).size == "小型"


def test_the_border_of_a_class_is_exact() -> None:
    cuts = EDITION.classification.cuts
    assert cuts[0] == (Fraction(80), "大型")
    assert propose(EDITION, BIG | {"population": 60_000, "land_area": 0.0}).score == Fraction(
        165, 2
    )


def test_nothing_is_proposed_where_a_factor_is_not_known() -> None:
    proposal = propose(EDITION, BIG | {"gdp": None})
    assert (proposal.size, proposal.score, proposal.unknowns) == (None, None, ["地区生产总值"])
    assert len(proposal.reasons) == 3
    assert len(propose(EDITION, {}).unknowns) == 4


def test_the_pack_says_that_its_cuts_are_a_setting() -> None:
    assert EDITION.classification.is_setting
    assert "没有给出权重和分界" in EDITION.classification.note


@given(
    st.tuples(
        st.integers(0, 300_000),
        st.floats(0, 500, allow_nan=False),
        st.floats(0, 900, allow_nan=False),
        st.integers(0, 3000),
    )
)
def test_more_of_everything_never_means_a_smaller_class(values: tuple[float, ...]) -> None:
    names = ("population", "land_area", "gdp", "disputes")
    here = propose(EDITION, dict(zip(names, values, strict=True)))
    more = propose(EDITION, dict(zip(names, (value + 40 for value in values), strict=True)))
    assert here.score is not None
    assert more.score is not None
    assert here.score <= more.score
