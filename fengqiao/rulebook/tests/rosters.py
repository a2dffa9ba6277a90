"""Random rosters, near the borders where rules change their mind."""

from datetime import date
from typing import Any

import polars as pl
from hypothesis import strategies as st

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.tables import SCHEMAS, Tables
from fengqiao.rulebook.tests.reference import Office
from fengqiao.rulebook.words import CHOICES

YES_NO = st.sampled_from([True, True, True, False, None])
DAYS = st.sampled_from([date(2021, 8, 18), date(2021, 8, 19), date(2020, 1, 1), None])
JUDGED_ON = st.sampled_from(
    [date(2021, 8, 19), date(2021, 12, 31), date(2022, 1, 1), date(2023, 6, 30), date(2030, 1, 1)]
)


def word(table: str, column: str) -> st.SearchStrategy[str]:
    return st.sampled_from(CHOICES[table, column])


OFFICE = st.fixed_dictionaries(
    {
        "name": st.just("某司法所"),
        "district": st.sampled_from(["海陵区", "兴化市", "𠮷区", "龘市"]),
        "division": st.just("321202001"),
        "kind": word("offices", "kind"),
        "size": st.one_of(word("offices", "size"), st.none()),
        "floor_area": st.one_of(
            st.none(),
            st.sampled_from([0.0, 149.99, 150.0, 199.0, 200.0, 260.4, 299.9, 300.0, 400.0]),
        ),
        "independent": YES_NO,
        "counter_service": YES_NO,
        "signage": YES_NO,
        "appearance": YES_NO,
        "correction_persons": st.one_of(st.none(), st.sampled_from([0, 1, 15, 16, 30, 31])),
        "released_persons": st.one_of(st.none(), st.sampled_from([0, 1, 50, 51, 100, 101])),
        "satisfaction": st.one_of(st.none(), st.sampled_from([0.0, 94.99, 95.0, 100.0])),
    }
)
PERSON = st.fixed_dictionaries(
    {
        "name": st.just("某人"),
        "category": word("staff", "category"),
        "post": st.one_of(word("staff", "post"), st.just("所长"), st.none()),
        "degree": st.one_of(word("staff", "degree"), st.none()),
        "law_degree": YES_NO,
        "qualified": YES_NO,
        "trained": YES_NO,
        "in_post_since": DAYS,
    }
)
ROOM = st.fixed_dictionaries({"room": word("rooms", "room")})
MACHINE = st.fixed_dictionaries(
    {"kind": word("equipment", "kind"), "quantity": st.integers(min_value=0, max_value=2)}
)

KINDS_OF_ROOMS = CHOICES["rooms", "room"]
COMPLETE_OFFICE = {
    "floor_area": 500.0,
    "independent": True,
    "counter_service": True,
    "signage": True,
    "appearance": True,
    "correction_persons": 0,
    "released_persons": 0,
    "satisfaction": 99.0,
}
COMPLETE_STAFF = [
    {
        "name": f"某人{at}",
        "category": category,
        "post": post,
        "trained": True,
        "qualified": True,
        "degree": None,
        "law_degree": None,
        "in_post_since": None,
    }
    for at, (category, post) in enumerate(
        [
            ("政法专项编制", "所长"),
            ("政法专项编制", "综合"),
            ("政法专项编制", None),
            ("政法专项编制", None),
            ("专职调解员", "人民调解"),
            ("专职调解员", "人民调解"),
            ("专职调解员", "人民调解"),
            ("专职社工", "基层法治建设"),
            ("警辅", "公共法律服务"),
            ("专职社工", "社区矫正"),
        ]
    )
]


@st.composite
def offices(draw: st.DrawFn) -> tuple[dict[str, Any], list[Any], list[Any], list[Any]]:
    """One office with its rows: random, or complete but for what chance takes from it."""
    row = draw(OFFICE)
    if draw(st.booleans()):
        staff = draw(st.lists(PERSON, max_size=12))
        rooms = draw(st.lists(ROOM, max_size=16))
        machines = draw(st.lists(MACHINE, max_size=6))
        return row, staff, rooms, machines
    kept = draw(st.sets(st.sampled_from(sorted(COMPLETE_OFFICE)), max_size=1))
    row |= {name: value for name, value in COMPLETE_OFFICE.items() if name not in kept}
    rooms = [{"room": name} for name in KINDS_OF_ROOMS]
    machines = [{"kind": kind, "quantity": 1} for kind in CHOICES["equipment", "kind"]]
    return row, list(COMPLETE_STAFF), rooms, machines


@st.composite
def rosters(draw: st.DrawFn) -> tuple[list[Office], Tables]:
    """The same roster twice: as the reference sees it and as the judge does."""
    drawn = draw(st.lists(offices(), min_size=1, max_size=6))
    has_staff, has_rooms, has_machines = (draw(st.sampled_from([True, True, False])) for _ in "123")
    day = draw(JUDGED_ON)
    rows = [row | {"code": f"{at:03}"} for at, (row, *_) in enumerate(drawn)]
    parts = list(zip(*(one[1:] for one in drawn), strict=True))
    given = [
        list(part) if there else None
        for part, there in zip(parts, (has_staff, has_rooms, has_machines), strict=True)
    ]
    plain = [
        Office(row, *(None if part is None else part[at] for part in given))
        for at, row in enumerate(rows)
    ]
    frames = {
        name: None if part is None else _frame(name, _of_offices(part))
        for name, part in zip(("staff", "rooms", "equipment"), given, strict=True)
    }
    shuffled = draw(st.permutations(rows))
    return plain, Tables(on=day, offices=_frame("offices", shuffled), **frames)


def _of_offices(part: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [row | {"office": f"{at:03}"} for at, group in enumerate(part) for row in group]


def _frame(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={name: TYPES[kind] for name, kind in SCHEMAS[table].items()})
