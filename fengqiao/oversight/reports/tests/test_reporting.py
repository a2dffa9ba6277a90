"""Numbers that are entered: who, when, and what they correct."""

import pytest
from django.utils import timezone

from fengqiao.duties.disputes.tests.made import make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.reports.models import ReportedFigure
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.reported import ACCEPTED, report, reported_of
from fengqiao.oversight.reports.territory import territory

MONTH = Month(2023, 3)


def test_a_number_bears_who_entered_it_and_when(offices):
    head = make_user(offices[0], Role.DIRECTOR)
    row, before = report(ACCEPTED, territory("321202007"), MONTH, 4, by=head)
    assert before is None
    assert (row.by, row.division, timezone.localdate(row.at)) == (
        head,
        "321202007",
        timezone.localdate(),
    )
    entry = Entry.objects.about(row).get()
    assert (entry.act, entry.by) == ("reports.figure_reported", head)


def test_twelve_digits_and_nine_name_the_same_town(offices):
    report(ACCEPTED, territory("321202007000"), MONTH, 4, by=None)
    assert reported_of(territory("321202007"), MONTH).value == 4
    assert reported_of(territory("321202008"), MONTH) is None


def test_a_month_that_runs_is_not_reported(offices):
    now = Month.holding(timezone.localdate())
    with pytest.raises(InputRefused, match="还没有结束"):
        report(ACCEPTED, territory("321200"), now, 4, by=None)


def test_who_reaches_the_area_sees_its_numbers_and_others_do_not(offices):
    place = territory("321202")
    area = place.area or Area.objects.get(path=offices[0].path[: 2 * Area.steplen])
    row = ReportedFigure.objects.create(
        indicator=ACCEPTED, division="321202", area=area, month=MONTH.first, value=1
    )
    bureau, stranger = make_user(area, Role.DISTRICT_BUREAU), make_user(offices[2], Role.DIRECTOR)
    assert list(ReportedFigure.objects.visible_to(bureau)) == [row]
    assert list(ReportedFigure.objects.visible_to(stranger)) == []
