"""The demo city: real places, invented everything else, with a past."""

from datetime import date
from pathlib import Path

import pytest

from fengqiao.config.commands import demo
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.registers.organisations.models import OfficeClass, OfficeRecord, StaffRecord
from fengqiao.registers.organisations.seeds import DAYS, towns, write_roster
from fengqiao.rulebook import roster

DISTRICTS = {"海陵区", "高港区", "姜堰区", "兴化市", "靖江市", "泰兴市"}


def test_the_towns_are_those_of_the_six_districts() -> None:
    every = towns()
    assert {town.district for town in every} == DISTRICTS
    assert len({town.code for town in every}) == len(every) == 88
    for town in every:
        assert (len(town.code), town.code[:4]) == (9, "3212")
        assert town.name.endswith("街道" if town.kind == "街道" else ("镇", "乡"))
        assert "-" not in town.name


@pytest.mark.parametrize("day", DAYS)
def test_the_invented_roster_has_no_fault(day: date, tmp_path: Path) -> None:
    path = tmp_path / "demo.xlsx"
    write_roster(path, day)
    read = roster.read(path)
    assert read.warnings == []
    assert len(read.sheets["offices"]) == 88


def assert_classes_were_confirmed_with_a_proposal() -> None:
    classes = list(OfficeClass.objects.select_related("recorded_by"))
    assert len(classes) > 80
    for row in classes:
        assert row.proposed_size
        assert row.reasons
        assert row.edition.startswith("taizhou-2021 ")
        assert str(row.recorded_by) == "顾文澜"
        assert bool(row.why) == (row.size != row.proposed_size)
    agreed = [row for row in classes if not row.why]
    assert 2 * len(agreed) > len(classes)


@pytest.mark.django_db
def test_the_demo_city_has_a_past_and_is_made_once(
    settings: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]
    for _time in range(2):
        demo.make_city()
        assert OfficeRecord.objects.count() == 88
    assert OfficeClass.objects.exclude(ends_on=None).exists()
    assert_classes_were_confirmed_with_a_proposal()
    assert StaffRecord.objects.exclude(ends_on=None).exists()
    assert Area.objects.of_kind(AreaKind.VILLAGE).count() == 66
    assert not AreaName.objects.filter(name__regex=r"^\d+$").exists()
    assert Area.objects.find_problems() == ([], [], [], [], [])
    assert "xinghua" in capsys.readouterr().out
