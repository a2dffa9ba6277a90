"""Any rosters taken in one after the other, held against a second reading of the format."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.registers.organisations.tables import tables_on
from fengqiao.registers.organisations.tests.rosters import (
    Reading,
    plain,
    roster_of,
    take_in,
)
from fengqiao.rulebook.roster import Roster
from fengqiao.rulebook.roster.sheets import LAYOUTS

pytestmark = pytest.mark.django_db

DAYS = [date(2021, 12, 31), date(2022, 6, 30), date(2022, 12, 31)]
WORDS = {
    (layout.name, column.name): st.sampled_from(column.kind.words)
    for layout in LAYOUTS
    for column in layout.columns
    if hasattr(column.kind, "words")
}
CODES = st.sampled_from(["1", "2", "3𠮷"])
YES_NO = st.one_of(st.none(), st.booleans())
COUNT = st.one_of(st.none(), st.integers(0, 10**14))
MEASURE = st.one_of(st.none(), st.floats(0, 100_000, allow_subnormal=False))
DAY = st.one_of(st.none(), st.sampled_from([date(2020, 1, 1), *DAYS, date(2199, 12, 31)]))


def blank_or(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.none(), strategy)


OFFICE = {
    "code": CODES,
    "name": st.sampled_from(["甲所", "乙所", "龘所"]),
    "district": st.sampled_from(["海陵区", "高港区"]),
    "division": st.sampled_from(["321202001", "321202001000", "321203002", "320102001"]),
    "kind": WORDS["offices", "kind"],
    "size": blank_or(WORDS["offices", "size"]),
    "population": COUNT,
    "floor_area": MEASURE,
    "signage": YES_NO,
    "satisfaction": blank_or(st.floats(0, 100)),
}
PERSON = {
    "office": CODES,
    "name": st.sampled_from(["甲", "乙"]),
    "category": WORDS["staff", "category"],
    "post": blank_or(WORDS["staff", "post"]),
    "degree": blank_or(WORDS["staff", "degree"]),
    "trained": YES_NO,
    "in_post_since": DAY,
    "joined_on": st.sampled_from([None, date(2020, 1, 1), date(2022, 7, 1)]),
    "left_on": DAY,
    "party": blank_or(WORDS["staff", "party"]),
}
ROOM = {"office": CODES, "room": st.sampled_from(["依法治理室", "法治宣传室"])}
MACHINE = {
    "office": CODES,
    "kind": st.sampled_from(["交通工具", "音像设备"]),
    "quantity": st.integers(0, 1_000_000),
}
FACT = {
    "office": CODES,
    "fact": st.sampled_from(["培训次数", "活动"]),
    "period_from": DAY,
    "period_to": st.none(),
    "subject": blank_or(st.just("某村")),
    "value": MEASURE,
    "rater": blank_or(st.just("某人")),
    "source": blank_or(st.just("台账")),
}
REQUIRED = {
    (layout.name, column.name) for layout in LAYOUTS for column in layout.columns if column.required
}


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Rows of the sheet 司法所 with others that hang on them; sheets and columns may be missing."""
    offices = draw(_rows("offices", OFFICE, ("code",), least=1))
    codes = {row["code"] for row in offices}
    sheets = {"offices": offices}
    for name, columns, key in (
        ("staff", PERSON, ("office", "name", "joined_on")),
        ("rooms", ROOM, ("office", "room")),
        ("equipment", MACHINE, ()),
        ("facts", FACT, ()),
    ):
        if draw(st.booleans()):
            rows = draw(_rows(name, columns, key))
            sheets[name] = [row for row in rows if row["office"] in codes]
    return roster_of(**sheets)


def _rows(table: str, columns: dict, key: tuple[str, ...], least: int = 0) -> st.SearchStrategy:
    optional = [name for name in columns if (table, name) not in REQUIRED]
    missing = st.sets(st.sampled_from(optional), max_size=2) if optional else st.just(set())

    def with_columns(left_out: set[str]) -> st.SearchStrategy:
        row = st.fixed_dictionaries(
            {name: column for name, column in columns.items() if name not in left_out}
        )
        unique = (lambda row: tuple(row.get(name) for name in key)) if key else None
        return st.lists(row, min_size=least, max_size=4, unique_by=unique)

    return missing.flatmap(with_columns)


@settings(max_examples=60)
@given(given=st.lists(rosters(), min_size=1, max_size=3))
def test_every_day_says_what_the_rosters_up_to_it_say(given: list[Roster]) -> None:
    with transaction.atomic():
        reading, expected = Reading(), {}
        for day, roster in zip(DAYS, given, strict=False):
            take_in(roster, day)
            reading.take(roster)
            expected[day] = reading.on(day)
            assert take_in(roster, day) == [
                change for change in take_in(roster, day) if change.act == "kept"
            ]
            for earlier, said in expected.items():
                assert plain(tables_on(earlier)) == said
        transaction.set_rollback(True)
