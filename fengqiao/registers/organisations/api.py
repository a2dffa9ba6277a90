"""Places and offices for programs: what the pages show, on any day, within the same rights."""

from datetime import date
from typing import Any, Literal

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from fengqiao.kernel.accounts.permissions import SEE_AREAS
from fengqiao.kernel.api.cursors import page_of
from fengqiao.kernel.api.operations import reads
from fengqiao.kernel.api.schemas import Page, Paging, Word
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.enums import Listing
from fengqiao.registers.organisations.facts import FACTS
from fengqiao.registers.organisations.forms.filters import UNSIZED
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeFact,
    Room,
    StaffRecord,
)
from fengqiao.registers.organisations.permissions import SEE
from fengqiao.registers.organisations.selection import narrow, rows_on

router = Router(tags=["机构"])
AreaKind = Literal["city", "district", "town", "street", "village", "office"]


class Day(Schema):
    """Of which day is spoken."""

    on: date | None = Field(None, description="哪一天的情况;不填为今天")

    @property
    def day(self) -> date:
        return self.on or timezone.localdate()


class AreaFilter(Day, Paging):
    kind: AreaKind | None = Field(None, description="层级")


class AreaOut(Schema):
    """A place; `above` is the number of the place that it lies in."""

    id: int
    kind: AreaKind
    code: str | None
    name: str | None
    above: int | None


class OfficeFilter(Day, Paging):
    district: Word = Field("", description="市(区)名称")
    kind: Literal["", "乡镇", "街道"] = Field("", description="类型")
    size: Literal["", "大型", "中型", "小型", "none"] = Field("", description="分类;none 为未确认")
    name: Word = Field("", description="名称、编码或乡镇中的文字")


class OfficeOut(Schema):
    """An office on a day; `size` null: not confirmed. `staff` counts who is at work."""

    id: int
    code: str | None
    name: str | None
    kind: str
    division: str
    district: str | None
    town: str | None
    size: str | None
    staff: int

    @classmethod
    def values_of(cls, row: Any) -> dict[str, Any]:
        return {
            "id": row.office_id,
            "code": row.code,
            "name": row.name,
            "kind": row.kind,
            "division": row.division,
            "district": row.district,
            "town": row.town_name,
            "size": row.size,
            "staff": row.persons,
        }


class ValueOut(Schema):
    """One value of an office with where it comes from."""

    fact: str
    label: str
    value: bool | int | float
    unit: str
    since: date | None
    origin: Literal["reported", "found"]
    source: str


class Counted(Schema):
    name: str
    count: int


class OfficeDetail(OfficeOut):
    """All that the page of an office counts; `rooms` and `equipment` null: no complete list is
    known."""

    on: date
    values: list[ValueOut]
    categories: list[Counted]
    posts: list[Counted]
    rooms: list[str] | None
    equipment: list[Counted] | None


@reads(router, "/areas", SEE_AREAS, Page[AreaOut], "市(区)、乡镇(街道)、村(社区)和司法所")
def areas(request: HttpRequest, asked: AreaFilter = Query(...)) -> Any:  # noqa: B008
    parent = Area.objects.visible_to(request.user).filter(
        path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Area.steplen)
    )
    rows = Area.objects.visible_to(request.user).on(asked.day).named_on(asked.day)
    if asked.kind:
        rows = rows.of_kind(asked.kind)
    rows = rows.annotate(above=Subquery(parent.order_by().values("pk")[:1]))
    return page_of(request, rows, asked, by="path")


@reads(router, "/offices", SEE, Page[OfficeOut], "司法所名单")
def offices(request: HttpRequest, asked: OfficeFilter = Query(...)) -> Any:  # noqa: B008
    wanted = {name: getattr(asked, name) for name in ("district", "kind", "size", "name")}
    page = page_of(
        request, narrow(rows_on(asked.day, request.user), wanted, UNSIZED), asked, by="office_id"
    )
    return page | {"items": [OfficeOut.values_of(row) for row in page["items"]]}


@reads(router, "/offices/{code}", SEE, OfficeDetail, "一个司法所的情况")
def office(request: HttpRequest, code: Word = Path(...), asked: Day = Query(...)) -> Any:  # noqa: B008
    row = rows_on(asked.day, request.user).filter(code=code).first()
    if row is None:
        raise Http404
    return {"on": asked.day, **OfficeOut.values_of(row), **_held(request, row.office_id, asked.day)}


def _held(request: HttpRequest, office: int, day: date) -> dict[str, Any]:
    """What the office has on the day."""
    user, here = request.user, {"office": office}
    facts = OfficeFact.objects.visible_to(user).on(day).filter(**here).order_by("fact")
    staff = StaffRecord.objects.visible_to(user).employed_on(day).filter(staff__office=office)
    listed = ListedFrom.objects.visible_to(user).on(day).filter(**here)
    complete = set(listed.values_list("listing", flat=True))
    rooms = Room.objects.visible_to(user).on(day).filter(**here).order_by("room")
    things = Equipment.objects.visible_to(user).on(day).filter(**here).order_by("kind")
    return {
        "values": [_value(fact) for fact in facts],
        "categories": _counted(staff, "category"),
        "posts": _counted(staff.exclude(post=""), "post"),
        "rooms": _if_known(Listing.ROOMS in complete, [one.room for one in rooms]),
        "equipment": _if_known(
            Listing.EQUIPMENT in complete,
            [{"name": one.kind, "count": one.quantity} for one in things],
        ),
    }


def _if_known(complete: bool, rows: list[Any]) -> list[Any] | None:
    """What is there is there; that nothing is there only a complete list says."""
    return rows if rows or complete else None


def _value(row: OfficeFact) -> dict[str, Any]:
    return {
        "fact": row.fact,
        "label": row.get_fact_display(),
        "value": row.cell,
        "unit": FACTS[row.fact].unit,  # type: ignore[index]
        "since": row.begins_on,
        "origin": row.origin,
        "source": row.source,
    }


def _counted(rows: QuerySet[Any], column: str) -> list[dict[str, Any]]:
    counted = rows.order_by(column).values(column).annotate(number=Count("pk"))
    return [{"name": row[column], "count": row["number"]} for row in counted]
