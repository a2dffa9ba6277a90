"""What only the whole cohort shows: places, and how many may bear a grade.

Over many rows at once, for which the bridge has no words; so it is said to Polars itself.
"""

from fractions import Fraction

import polars as pl

from fengqiao.rulebook.columns import GRADE, RANK, SCORE
from fengqiao.rulebook.marks import Quota, Ranking

ALL = "__cohort"


def ranked(frame: pl.DataFrame, ranking: Ranking) -> pl.DataFrame:
    """With the place of each row among its like, ties sharing the better one; and grades within quota.

    A score that is not known has no place. `frame` has the facts that make the cohorts.
    """
    known = [pl.col(name).is_not_null() for name in ranking.among]
    frame = frame.with_columns(pl.lit("").alias(ALL))
    cohort = [ALL, *ranking.among]
    place = pl.col(SCORE).rank("min", descending=True).over(cohort).cast(pl.Int64)
    frame = frame.with_columns(
        pl.when(pl.all_horizontal([pl.lit(True), *known])).then(place).alias(RANK)
    )
    for quota in ranking.quotas:
        frame = frame.with_columns(_within(quota, cohort).alias(GRADE))
    return frame.drop(ALL)


def _within(quota: Quota, cohort: list[str]) -> pl.Expr:
    """The grade, or the one for those beyond the quota; a tie across its border stays outside."""
    bears = pl.col(GRADE) == quota.grade
    size = pl.len().over(cohort)
    most = pl.lit(quota.first) if quota.first is not None else _share(size, quota.percent)
    # How many bearers are at least as good: the last place that a tie takes.
    last = pl.when(bears).then(pl.col(SCORE)).rank("max", descending=True).over(cohort)
    return pl.when(bears & (last > most)).then(pl.lit(quota.beyond)).otherwise(pl.col(GRADE))


def _share(size: pl.Expr, percent: Fraction | None) -> pl.Expr:
    """So many of a hundred, whole, rounded down; exact in integers."""
    part = percent or Fraction(0)
    return size.cast(pl.Int64) * part.numerator // (part.denominator * 100)
