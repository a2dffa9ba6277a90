"""The forms that change an office; each act holds from the day that is typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import Origin
from fengqiao.registers.organisations.forms.base import EndForm
from fengqiao.registers.organisations.forms.offices import (
    ChangeOfficeForm,
    ClassForm,
    NewOfficeForm,
    choose_districts,
)
from fengqiao.registers.organisations.forms.things import EquipmentForm, RoomsForm
from fengqiao.registers.organisations.forms.values import FactsForm, FindingsForm, ValuesForm
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeFact,
    Room,
    StaffRecord,
)
from fengqiao.registers.organisations.permissions import CHANGE, CLASSIFY, FOUND
from fengqiao.registers.organisations.proposals import proposal_on
from fengqiao.registers.organisations.selection import rows_on
from fengqiao.registers.organisations.views.common import act_page, day_of, office_or_404


def about(request: HttpRequest, pk: int) -> tuple[Any, dict[str, Any]]:
    """The office, and what its forms say of where they stand."""
    office = office_or_404(request, pk, day_of(request))
    back = reverse("organisations:office", args=[pk])
    return office, {"back": back, "place": office.name or str(office)}


def facts_on(request: HttpRequest, office: Any, day: Any) -> dict[str, Any]:
    """The values known on the day, by the name of the fact."""
    rows = OfficeFact.objects.visible_to(request.user).on(day).filter(office=office)
    return {row.fact: row.cell for row in rows}


def districts_for(request: HttpRequest) -> list[str]:
    """The names of the districts in which the user may found offices."""
    user = user_of(request)
    names = AreaName.objects.visible_to(user, FOUND).of_kinds([AreaKind.DISTRICT])
    return list(names.on(day_of(request)).order_by("code").values_list("name", flat=True))


@needs(FOUND, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """A new office."""
    form = NewOfficeForm(request.POST or None)
    choose_districts(form, districts_for(request))

    def act() -> str:
        actions.open_office(**form.cleaned_data, by=user_of(request))
        return _("已新设{name}。").format(name=form.cleaned_data["name"])

    back = reverse("organisations:offices")
    return act_page(request, form, act, back=back, place="", title=_("新设司法所"))


@needs(FOUND, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, code, kind or place from a day on."""
    office, context = about(request, pk)
    day = day_of(request)
    record = rows_on(day, request.user).filter(office=office).first()
    known = {"code": office.code, "name": office.name, "on": day}
    for name in ("kind", "division", "district"):
        known[name] = getattr(record, name, "")
    form = ChangeOfficeForm(request.POST or None, initial=known)
    choose_districts(form, districts_for(request))

    def act() -> str:
        actions.change_office(office=office, **form.cleaned_data, by=user_of(request))
        return _("已变更。")

    return act_page(request, form, act, title=_("变更基本情况"), **context)


@needs(FOUND, FORM)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The office is no longer there from a day on."""
    office, context = about(request, pk)
    form = EndForm(request.POST or None, initial={"on": day_of(request)})

    def act() -> str:
        actions.close_office(office=office, on=form.cleaned_data["on"], by=user_of(request))
        return _("已撤销。")

    context |= {"title": _("撤销司法所"), "submit": _("撤销"), "ends": ends_with(request, office)}
    return act_page(request, form, act, template="organisations/close.html", **context)


def ends_with(request: HttpRequest, office: Any) -> list[tuple[str, int]]:
    """What is there today and ends with the office: in words, and how much of it."""
    day, user = day_of(request), request.user
    staff = StaffRecord.objects.visible_to(user).employed_on(day).filter(staff__office=office)
    here = {
        _("在职人员"): staff,
        _("功能区和站点"): Room.objects.visible_to(user).on(day).filter(office=office),
        _("设备"): Equipment.objects.visible_to(user).on(day).filter(office=office),
    }
    return [(name, rows.count()) for name, rows in here.items()]


@needs(CLASSIFY, FORM)
def confirm_class(request: HttpRequest, pk: int) -> HttpResponse:
    """The bureau confirms the proposed class or sets another one with its reason (3.1.a)."""
    office, context = about(request, pk)
    day = day_of(request)
    proposal = proposal_on(day, facts_on(request, office, day))
    initial = {"on": day, "size": proposal.size}
    form = ClassForm(request.POST or None, initial=initial, proposed=proposal.size)

    def act() -> str:
        typed = form.cleaned_data
        actions.confirm_class(
            office=office,
            size=typed["size"],
            why=typed["why"],
            on=typed["on"],
            by=user_of(request),
            **proposal.kept(),
        )
        return _("已认定为{size}。").format(size=typed["size"])

    context |= {"title": _("分类认定"), "submit": _("确认分类"), "proposal": proposal}
    return act_page(request, form, act, template="organisations/class.html", **context)


def facts_page(
    request: HttpRequest, pk: int, kind: type[FactsForm], title: str, origin: Origin
) -> HttpResponse:
    """Values of the office from a day on; only what was typed differently is written.

    A form of findings begins empty: an inspector does not sign what somebody else found.
    """
    office, context = about(request, pk)
    day = day_of(request)
    known = facts_on(request, office, day) if origin == Origin.REPORTED else {}
    form = kind(request.POST or None, initial=known | {"on": day})

    def act() -> str:
        on = form.cleaned_data["on"]
        values = form.changed_values(facts_on(request, office, on))
        if not values:
            raise InputRefused(_("没有改动任何一项。"))
        actions.set_values(
            office=office,
            values=values,
            origin=origin,
            source=form.cleaned_data["source"],
            on=on,
            by=user_of(request),
        )
        return _("已更新 {count} 项。").format(count=len(values))

    return act_page(request, form, act, title=title, **context)


@needs(CHANGE, FORM)
def values(request: HttpRequest, pk: int) -> HttpResponse:
    """What the office or its bureau reports."""
    return facts_page(request, pk, ValuesForm, _("更新基本数据"), Origin.REPORTED)


@needs(CHANGE, FORM)
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """What an inspector found on the spot."""
    return facts_page(request, pk, FindingsForm, _("登记用房查验"), Origin.FOUND)


@needs(CHANGE, FORM)
def rooms(request: HttpRequest, pk: int) -> HttpResponse:
    """Which rooms and stations are there."""
    office, context = about(request, pk)
    day = day_of(request)
    known = Room.objects.visible_to(request.user).on(day).filter(office=office)
    initial = {"rooms": [row.room for row in known], "on": day}
    form = RoomsForm(request.POST or None, initial=initial)

    def act() -> str:
        typed = form.cleaned_data
        actions.set_rooms(office=office, rooms=typed["rooms"], on=typed["on"], by=user_of(request))
        return _("已更新功能区和站点。")

    return act_page(request, form, act, title=_("功能区和站点"), **context)


@needs(CHANGE, FORM)
def equipment(request: HttpRequest, pk: int) -> HttpResponse:
    """How many of each kind of equipment are there."""
    office, context = about(request, pk)
    day = day_of(request)
    known = Equipment.objects.visible_to(request.user).on(day).filter(office=office)
    initial = EquipmentForm.initial_of(known) | {"on": day}
    form = EquipmentForm(request.POST or None, initial=initial)

    def act() -> str:
        on = form.cleaned_data["on"]
        actions.set_equipment(
            office=office, quantities=form.quantities(), on=on, by=user_of(request)
        )
        return _("已更新设备。")

    return act_page(request, form, act, title=_("设备"), **context)
