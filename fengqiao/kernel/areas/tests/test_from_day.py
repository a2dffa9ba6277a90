"""The act "from this day on", held against a model that knows every single day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow

pytestmark = pytest.mark.django_db

FIRST = date(2021, 1, 1)
DAYS = 12


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def call(area: Area, number: int, name: str | None) -> None:
    values = None if name is None else {"code": "1", "name": name}
    set_from(AreaName, (area.pk,), day(number), values)


@pytest.fixture
def area() -> Area:
    return grow([(None, AreaKind.CITY)])[0]


acts = st.lists(
    st.tuples(st.integers(0, DAYS - 1), st.sampled_from(["甲", "乙", "丙", None])), max_size=12
)


@settings(max_examples=60)
@given(acts=acts)
def test_any_sequence_of_acts_leaves_every_day_as_the_day_by_day_model_says(
    acts: list[tuple[int, str | None]],
) -> None:
    with transaction.atomic():
        area = grow([(None, AreaKind.CITY)])[0]
        model: list[tuple[str, int] | None] = [None] * DAYS  # the name and the act it comes from
        for turn, (start, name) in enumerate(acts):
            call(area, start, name)
            _act_day_by_day(model, turn, start, name)
        for number in range(DAYS):
            names = list(AreaName.objects.on(day(number)).filter(area=area))
            assert [row.name for row in names] == ([model[number][0]] if model[number] else [])
        transaction.set_rollback(True)


def _act_day_by_day(
    model: list[tuple[str, int] | None], turn: int, start: int, name: str | None
) -> None:
    """The act reaches as far as the run of days that the start lies in."""
    old = model[start]
    if (old is None and name is None) or (old is not None and old[0] == name):
        return
    for number in range(start, DAYS):
        if model[number] != old:
            return
        model[number] = None if name is None else (name, turn)


def test_the_same_values_change_nothing(area: Area) -> None:
    call(area, 1, "甲")
    call(area, 5, "甲")
    assert AreaName.objects.count() == 1


def test_a_correction_on_the_same_day_keeps_the_wrong_row_with_an_empty_validity(
    area: Area,
) -> None:
    call(area, 1, "甲")
    call(area, 1, "乙")
    wrong = AreaName.objects.get(name="甲")
    assert (wrong.begins_on, wrong.ends_on) == (day(1), day(1))
    assert AreaName.objects.on(day(1)).get().name == "乙"
    assert [row.name for row in AreaName.objects.uncorrected()] == ["乙"]


def test_a_change_in_the_past_lasts_until_the_next_known_change(area: Area) -> None:
    call(area, 1, "甲")
    call(area, 9, "乙")
    call(area, 4, "丙")
    shown = [AreaName.objects.on(day(number)).get().name for number in (3, 4, 8, 9)]
    assert shown == ["甲", "丙", "丙", "乙"]


def test_a_first_row_before_a_known_one_ends_where_that_begins(area: Area) -> None:
    call(area, 9, "乙")
    call(area, 4, "丙")
    assert AreaName.objects.get(name="丙").ends_on == day(9)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(5, 4), (1, 3), (None, 3), (5, None)],
    ids=["ends before it begins", "begins twice", "twice since ever", "twice until further notice"],
)
def test_the_database_refuses_impossible_rows(
    area: Area, begins: int | None, ends: int | None
) -> None:
    AreaName.objects.create(area=area, code="1", name="甲", ends_on=day(1))
    AreaName.objects.create(area=area, code="1", name="甲", begins_on=day(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        AreaName.objects.create(
            area=area,
            code="1",
            name="乙",
            begins_on=None if begins is None else day(begins),
            ends_on=None if ends is None else day(ends),
        )
