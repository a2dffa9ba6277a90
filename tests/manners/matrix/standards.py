"""Which judgement is asked for: that of the district, or of the city where the area is one."""

from datetime import date

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.exporting import number_of, take_out
from fengqiao.kernel.audit.models import Entry
from fengqiao.oversight.standards.judging import judge_and_keep
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.reporting import path_of
from tests.manners.matrix.asked import QUERY, of_area, of_office
from tests.manners.matrix.world import Spot, World

FORM, ORDERED = "html", "standards.report_ordered"


def prepare(world: World) -> None:
    """Each district and each city is judged once, each judgement has its report."""
    for spot in (world.here, world.there, world.far):
        judge(spot, Role.DISTRICT_BUREAU, spot.district)
    for spot in (world.here, world.far):
        judge(spot, Role.CITY_BUREAU, spot.city)


def judge(spot: Spot, role: Role, area: Area) -> None:
    kept = judge_and_keep(standard="taizhou-2021", on=date(2022, 1, 1), by=spot.person(role))
    Judgement.objects.filter(pk=kept.pk).update(area=area)  # it has but one office
    take_out(ORDERED, by=spot.person(role), area=area, count=1, subject=kept)
    path_of(export_of(kept), FORM).write_text("报告", encoding="utf-8")


def judgement(area: Area) -> Judgement:
    """The one that speaks of the area."""
    levels = 1 if area.kind == AreaKind.CITY else 2
    place = Area.objects.get(path=area.path[: Area.steplen * levels])
    return Judgement.objects.get(area=place)


def export_of(kept: Judgement) -> Entry:
    """The report that who judged has ordered."""
    return Entry.objects.about(kept).get(act=ORDERED)


def report(area: Area):
    kept = judgement(area)
    return {"pk": kept.pk, "form": FORM, QUERY: {"export": number_of(export_of(kept))}}


def judged(spot: Spot) -> JudgedOffice:
    return JudgedOffice.objects.get(judgement__area=spot.district, office=spot.office)


def whole(**more: str):
    return of_area(lambda area: {"pk": judgement(area).pk, **more})


def office(by: str = "row", **more: str):
    return of_office(
        lambda spot: {"pk": judged(spot).judgement_id, by: getattr(judged(spot), by), **more}
    )


RECORDS = {
    "standards:city": whole(),
    "standards:offices": whole(),
    "standards:withdraw": whole(),
    "standards:report": whole(),
    "standards:download": of_area(report),
    "standards:export": whole(name="offices"),
    "standards:district": of_office(
        lambda spot: {
            "pk": judged(spot).judgement_id,
            QUERY: {"district": judged(spot).district},
        }
    ),
    "standards:office": office(),
    "standards:fact": office(name="staff_total"),
}
