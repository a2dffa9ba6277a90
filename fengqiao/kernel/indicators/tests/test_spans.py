from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.indicators.spans import SPANS

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "first", "last", "said"),
    [
        ("day", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("half_month", "2024-02-15", "2024-02-01", "2024-02-15", "2024年2月上半月"),
        ("half_month", "2024-02-16", "2024-02-16", "2024-02-29", "2024年2月下半月"),
        ("month", "2024-12-31", "2024-12-01", "2024-12-31", "2024年12月"),
        ("quarter", "2024-08-09", "2024-07-01", "2024-09-30", "2024年第三季度"),
        ("half_year", "2024-07-01", "2024-07-01", "2024-12-31", "2024年下半年"),
        ("year", "2024-07-01", "2024-01-01", "2024-12-31", "2024年"),
        ("assessment_year", "2024-11-30", "2023-12-01", "2024-11-30", "2024考核年度"),
        ("assessment_year", "2024-12-01", "2024-12-01", "2025-11-30", "2025考核年度"),
    ],
)
def test_which_period_holds_a_day(kind, day, first, last, said):
    span = SPANS[kind]
    period = span.holding(date.fromisoformat(day))
    assert (str(period.first), str(period.last), span.said(period)) == (first, last, said)


@given(st.sampled_from(sorted(SPANS)), DAYS)
def test_periods_follow_one_another_without_gap_or_overlap(kind, day):
    span = SPANS[kind]
    period = span.holding(day)
    assert period.first <= day <= period.last
    assert span.holding(period.first) == span.holding(period.last) == period
    before = span.before(period)
    assert before.last == period.first - timedelta(days=1)
    assert span.last(period, 3)[1:] == [before, period]


@given(st.sampled_from(sorted(SPANS)), DAYS)
def test_a_year_before_it_was_the_same_part_of_the_year(kind, day):
    span = SPANS[kind]
    then, now = span.year_before(span.holding(day)), span.holding(day)
    assert then.first.year == now.first.year - 1
    assert then.first.month == now.first.month
