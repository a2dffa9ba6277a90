"""Towns, streets and villages: seen on any day, added, renamed, ended."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.permissions import SEE_AREAS as AREAS
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui.paging import page_of
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import OfficeKind
from fengqiao.registers.organisations.forms.base import EndForm
from fengqiao.registers.organisations.forms.filters import DayForm
from fengqiao.registers.organisations.forms.offices import NewTownForm, PlaceForm
from fengqiao.registers.organisations.permissions import PLACES
from fengqiao.registers.organisations.views.common import act_page, area_or_404, day_of

ABOVE = (AreaKind.CITY, AreaKind.DISTRICT, *TOWNSHIPS)
NAMED_HERE = (*TOWNSHIPS, AreaKind.VILLAGE)  # what these pages rename and end
ADDS = {
    AreaKind.DISTRICT: gettext_lazy("新设乡镇(街道)"),
    AreaKind.TOWN: gettext_lazy("新设村(社区)"),
    AreaKind.STREET: gettext_lazy("新设村(社区)"),
}


def areas_on(request: HttpRequest, *kinds: AreaKind) -> Any:
    """The areas of these kinds on the day asked for, each with its name, by code: so each place
    stands above what lies in it, and districts and towns as people list them."""
    day = day_of(request)
    areas = Area.objects.visible_to(request.user).of_kind(*kinds).on(day).named_on(day)
    return areas.order_by("code", "path")


def place_context(request: HttpRequest) -> dict[str, Any]:
    day = day_of(request)
    return {"day": day, "today": timezone.localdate(), "day_form": DayForm(request.GET)}


@needs(AREAS)
def places(request: HttpRequest) -> HttpResponse:
    """The tree from the city down to towns and streets."""
    page = page_of(request, areas_on(request, *ABOVE), size=200)
    for area in page.rows:
        area.above = area.depth - 1
    context = {"title": _("乡镇、街道和村(社区)"), "page": page}
    return render(request, "organisations/places.html", place_context(request) | context)


@needs(AREAS)
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One place with what lies directly below it, and the offices of a town."""
    day = day_of(request)
    here = area_or_404(request, pk, day, *ABOVE, AreaKind.VILLAGE)
    may = user_of(request).can(PLACES, here)
    below = areas_on(request, *ABOVE, AreaKind.VILLAGE).below(here).filter(depth=here.depth + 1)
    context = {
        "title": here.name or str(here),
        "note": f"{here.get_kind_display()} {here.code or ''}",
        "place": here,
        "page": page_of(request, below),
        "can_add": may and here.kind in ADDS and here.name,
        "add_label": ADDS.get(AreaKind(here.kind), ""),
        "can_rename": may and here.kind in NAMED_HERE,
        "offices": areas_on(request, AreaKind.OFFICE).below(here) if here.kind in TOWNSHIPS else [],
    }
    return render(request, "organisations/places.html", place_context(request) | context)


def back_to(place: Area) -> dict[str, Any]:
    return {
        "back": reverse("organisations:place", args=[place.pk]),
        "place": place.name or str(place),
    }


@needs(PLACES, FORM)
def new_place(request: HttpRequest, pk: int) -> HttpResponse:
    """A town of a district, or a village of a town."""
    above = area_or_404(request, pk, day_of(request), *ADDS)
    is_town = above.kind == AreaKind.DISTRICT
    form = (NewTownForm if is_town else PlaceForm)(request.POST or None)

    def act() -> str:
        typed = form.cleaned_data
        kind = AreaKind[OfficeKind(typed["kind"]).name] if is_town else AreaKind.VILLAGE
        actions.add_place(
            above=above,
            kind=kind,
            name=typed["name"],
            code=typed["code"],
            on=typed["on"],
            by=user_of(request),
        )
        return _("已新设{name}。").format(name=typed["name"])

    return act_page(request, form, act, title=ADDS[AreaKind(above.kind)], **back_to(above))


@needs(PLACES, FORM)
def rename_place(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name or code from a day on."""
    here = area_or_404(request, pk, day_of(request), *NAMED_HERE)
    form = PlaceForm(request.POST or None, initial={"name": here.name, "code": here.code})

    def act() -> str:
        typed = form.cleaned_data
        actions.rename_place(
            place=here, name=typed["name"], code=typed["code"], on=typed["on"], by=user_of(request)
        )
        return _("已更名为{name}。").format(name=typed["name"])

    return act_page(request, form, act, title=_("更名"), **back_to(here))


@needs(PLACES, FORM)
def end_place(request: HttpRequest, pk: int) -> HttpResponse:
    """The place is no longer there from a day on."""
    here = area_or_404(request, pk, day_of(request), *NAMED_HERE)
    form = EndForm(request.POST or None)

    def act() -> str:
        actions.end_place(place=here, on=form.cleaned_data["on"], by=user_of(request))
        return _("已撤销{name}。").format(name=here.name)

    return act_page(request, form, act, title=_("撤销"), submit=_("撤销"), **back_to(here))
