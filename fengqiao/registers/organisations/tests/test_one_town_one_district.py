"""A township lies in one district: neither a file nor a form tears it apart or takes it along."""

from datetime import date

import pytest

from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.importer.roster import faulty_rows, plan_roster
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

pytestmark = pytest.mark.django_db

DAY, LATER = date(2022, 1, 1), date(2024, 6, 1)
SECOND = OFFICE | {"code": "2", "name": "城东二所"}
ELSEWHERE = {"district": "高港区"}


def planned(path, skip=False):
    return plan_roster(path, name=path.name, on=LATER, skip_bad_rows=skip, by=None)


def refused(path):
    with pytest.raises(InputRefused) as caught:
        planned(path)
    return [str(fault) for fault in caught.value.faults]


def test_two_rows_that_name_two_districts_for_a_code_are_refused_at_the_second(tmp_path):
    path = book_of(tmp_path, offices=[OFFICE, SECOND | ELSEWHERE])
    assert refused(path) == [
        typeset(
            "司法所 第3行 区划代码:现为“321202001”,这里写的是高港区,第2行用同一区划代码,写的是海陵区;"
            "一个乡镇(街道)只能属于一个市(区)"
        )
    ]


def test_nine_and_twelve_digits_mean_the_same_township(tmp_path):
    longer = SECOND | ELSEWHERE | {"division": "321202001999"}
    assert "司法所 第3行 区划代码" in refused(book_of(tmp_path, offices=[OFFICE, longer]))[0]


def test_what_the_register_knows_of_the_township_is_right_whatever_comes_first(tmp_path):
    take_in(roster_of(offices=[OFFICE, SECOND]), DAY)
    path = book_of(tmp_path, offices=[OFFICE | ELSEWHERE, SECOND])
    (fault,) = refused(path)
    assert fault.startswith("司法所 第2行 区划代码")
    assert typeset("第3行用同一区划代码,写的是海陵区") in fault


def test_an_office_that_the_file_leaves_out_keeps_its_township(tmp_path):
    take_in(roster_of(offices=[OFFICE, SECOND]), DAY)
    (fault,) = refused(book_of(tmp_path, offices=[SECOND | ELSEWHERE]))
    assert typeset("城东街道司法所登记在海陵区,名册没有列出") in fault


def test_a_township_moves_with_all_its_offices(tmp_path):
    take_in(roster_of(offices=[OFFICE, SECOND]), DAY)
    path = book_of(tmp_path, offices=[OFFICE | ELSEWHERE, SECOND | ELSEWHERE])
    assert len(planned(path).content.changes) == 2
    take_in(roster_of(offices=[OFFICE | ELSEWHERE, SECOND | ELSEWHERE]), LATER)
    district = AreaName.objects.get(name="高港区").area
    assert Area.objects.below(district).of_kind("office").count() == 2


def test_the_rest_is_taken_in_without_the_row_and_the_row_goes_back_with_its_remark(tmp_path):
    path = book_of(tmp_path, offices=[OFFICE, SECOND | ELSEWHERE])
    assert [line.office for line in planned(path, skip=True).content.changes] == ["城东街道司法所"]
    faulty_rows(path, tmp_path / "faulty.xlsx", on=LATER, by=None)
    assert (tmp_path / "faulty.xlsx").stat().st_size


def test_a_form_does_not_take_a_township_along_with_one_office(cast):
    zone = {"division": "321299001"}  # a development zone: no district's own beginning
    two = [SECOND | zone, OFFICE | zone | {"code": "3", "name": "城东三所"}]
    other = OFFICE | ELSEWHERE | {"code": "4", "division": "321203001"}
    take_in(roster_of(offices=[OFFICE, *two, other]), DAY)
    office = AreaName.objects.get(code="2").area
    with pytest.raises(InputRefused, match="城东三所登记在海陵区"):
        actions.change_office(office=office, **two[0] | ELSEWHERE, on=LATER, by=None)
    with pytest.raises(InputRefused, match="所登记在海陵区"):
        actions.open_office(**two[0] | ELSEWHERE | {"code": "5"}, on=LATER, by=None)
    district = AreaName.objects.get(name="海陵区").area
    assert Area.objects.below(district).of_kind("office").count() == 3
