"""The list of offices, and one office on any day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.exporting import take_out
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.ui.downloads import workbook
from fengqiao.kernel.ui.paging import order_of, page_of
from fengqiao.registers.organisations.enums import Category, Fact, Listing, Post, Size
from fengqiao.registers.organisations.exports import file_name, filter_words, offices_listing
from fengqiao.registers.organisations.facts import YES_NO
from fengqiao.registers.organisations.forms.filters import UNSIZED, DayForm, OfficesForm
from fengqiao.registers.organisations.forms.values import REPORTED
from fengqiao.registers.organisations.history import history_of
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    Photo,
    Room,
    StaffRecord,
)
from fengqiao.registers.organisations.permissions import CHANGE, CLASSIFY, FOUND, SEE
from fengqiao.registers.organisations.selection import (
    DistrictRow,
    count_districts,
    narrow,
    rows_on,
)
from fengqiao.registers.organisations.shown import branch_advice, person_row, value_rows
from fengqiao.registers.organisations.views.common import day_of, office_or_404

ORDERS = {"district": "division", "town": "town_name", "name": "name", "code": "code"}


@dataclass(frozen=True, slots=True)
class Selected:
    """What the address of the list asks for."""

    day: date
    form: OfficesForm
    districts: list[DistrictRow]
    rows: QuerySet[Any]


def selected(request: HttpRequest) -> Selected:
    """The offices of the day that fit the filter, in the order asked for."""
    day = DayForm(request.GET).day  # of a wrong one the form says so itself
    every = rows_on(day, request.user)
    districts = count_districts(every, UNSIZED)
    form = OfficesForm({**request.GET.dict(), "on": request.GET.get("on") or day})
    form.choose_districts([row.name for row in districts])
    form.is_valid()
    order = order_of(request, ORDERS, "district")
    rows = narrow(every, form.cleaned_data, UNSIZED).order_by(order, "code")
    return Selected(day, form, districts, rows)


@needs(SEE)
def offices(request: HttpRequest) -> HttpResponse:
    """All offices of a day, by district and town, with how many of each size."""
    found = selected(request)
    context = {
        "day": found.day,
        "today": timezone.localdate(),
        "form": found.form,
        "districts": found.districts,
        "sizes": Size.values,
        "page": page_of(request, found.rows),
        "total": sum(row.counts[0][0] for row in found.districts),
    }
    return render(request, "organisations/offices.html", context)


@needs(SEE)
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as a workbook, all of them."""
    found = selected(request)
    user, rows = user_of(request), list(found.rows)
    made = offices_listing(rows, found.form, found.day)
    taken = take_out(
        "organisations.exported",
        by=user,
        area=area_of(user),
        count=len(rows),
        asked=filter_words(found.form),
    )
    return workbook(made, file_name(found.day), taken)


@needs(SEE)
def office(request: HttpRequest, pk: int) -> HttpResponse:
    """One office on a day: what it is, what it has, who works there, and what changed."""
    day = day_of(request)
    found = office_or_404(request, pk, day)
    record = rows_on(day, request.user).filter(office=found).first()
    context = {
        "day": day,
        "today": timezone.localdate(),
        "day_form": DayForm(request.GET),
        "office": found,
        "name": found.name or str(found),
        "there": record is not None,
        "history": history_of(found, request.user),
        "can": rights_in(request, found),
    }
    if record:
        context |= on_day(request, record, day)
    return render(request, "organisations/office.html", context)


def rights_in(request: HttpRequest, office: Area) -> dict[str, bool]:
    """What the user may do in this office, for the buttons of its page."""
    user = user_of(request)
    rights = {"change": CHANGE, "found": FOUND, "classify": CLASSIFY}
    return {name: user.can(right, office) for name, right in rights.items()}


def on_day(request: HttpRequest, record: Any, day: date) -> dict[str, Any]:
    """Everything that holds for the office on the day."""
    user, here = request.user, {"office": record.office_id}
    facts = OfficeFact.objects.visible_to(user).on(day).filter(**here)
    known = {row.fact: row for row in facts}
    people = StaffRecord.objects.visible_to(user).employed_on(day)
    staff = list(people.filter(staff__office=record.office_id).select_related("staff"))
    listed = ListedFrom.objects.visible_to(user).on(day).filter(**here)
    complete = set(listed.values_list("listing", flat=True))
    photos = Photo.objects.visible_to(user).on(day).filter(**here).select_related("recorded_by")
    classes = OfficeClass.objects.visible_to(user).uncorrected().filter(**here)
    return {
        "record": record,
        "note": f"{record.district} {record.town_name}",
        "values": value_rows(REPORTED, known),
        "findings": value_rows([Fact(fact) for fact in YES_NO], known),
        "staff": [person_row(person) for person in sorted(staff, key=staff_order)],
        "branch": branch_advice(staff, record.size),
        "rooms": list(Room.objects.visible_to(user).on(day).filter(**here)),
        "rooms_known": Listing.ROOMS in complete,
        "equipment": list(Equipment.objects.visible_to(user).on(day).filter(**here)),
        "equipment_known": Listing.EQUIPMENT in complete,
        "photos": photos.order_by("shows", "-taken_on", "-pk"),
        "classes": classes.select_related("recorded_by").order_by("-begins_on", "-pk"),
    }


def staff_order(person: StaffRecord) -> tuple[int, int, str]:
    """The director first, then by category and name."""
    categories = list(Category.values)
    return (person.post != Post.DIRECTOR, categories.index(person.category), person.staff.name)
