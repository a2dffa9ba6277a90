"""People of an office: one joins, something changes, one leaves."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.access.views.common import still_open
from fengqiao.kernel.accounts.gates import FORM, needs, reached
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.forms.offices import LeaveForm
from fengqiao.registers.organisations.forms.staff import JoinForm, StaffForm
from fengqiao.registers.organisations.models import Staff, StaffAccount, StaffRecord
from fengqiao.registers.organisations.permissions import CHANGE
from fengqiao.registers.organisations.views.common import act_page, day_of, office_or_404

SHOWN = ("category", "post", "in_post_since", "degree", "law_degree", "qualified", "trained")


def person_or_404(request: HttpRequest, pk: int) -> Staff:
    """The person, if the user may see it."""
    rows = Staff.objects.visible_to(request.user).select_related("office")
    found: Staff = get_object_or_404(rows, pk=pk)
    reached(request, found.office)
    return found


def about(request: HttpRequest, office_pk: int) -> dict[str, Any]:
    office = office_or_404(request, office_pk, day_of(request))
    back = reverse("organisations:office", args=[office_pk])
    return {"back": back, "place": office.name or str(office)}


def note_of_end(person: Staff, by: User) -> str:
    """What an end does to the person's account, and what it leaves behind."""
    link = (
        StaffAccount.objects.visible_to(by).filter(staff=person).select_related("account").first()
    )
    if link is None:
        return ""
    ends = _("账号在本所的角色同一天停止。")
    return f"{ends}{still_open(link.account, by)}"


@needs(CHANGE, FORM)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """A new person of the office."""
    office = office_or_404(request, pk, day_of(request))
    form = JoinForm(request.POST or None, initial={"on": day_of(request)})

    def act() -> str:
        name, on = form.cleaned_data["name"], form.cleaned_data["on"]
        actions.join_staff(office=office, name=name, on=on, by=user_of(request), **form.values())
        return _("已登记{name}入职。").format(name=name)

    return act_page(request, form, act, title=_("增加人员"), **about(request, pk))


@needs(CHANGE, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another post, training or qualification from a day on."""
    person, day = person_or_404(request, pk), day_of(request)
    record = StaffRecord.objects.visible_to(request.user).on(day).filter(staff=person).first()
    known = {name: getattr(record, name) for name in SHOWN} if record else {}
    form = StaffForm(request.POST or None, initial=known | {"on": day})

    def act() -> str:
        on = form.cleaned_data["on"]
        actions.change_staff(person=person, on=on, by=user_of(request), **form.values())
        return _("已更新{name}的情况。").format(name=person.name)

    title = _("{name}:变更").format(name=person.name)
    return act_page(request, form, act, title=title, **about(request, person.office_id))


@needs(CHANGE, FORM)
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """The person leaves the office."""
    person = person_or_404(request, pk)
    form = LeaveForm(request.POST or None, initial={"on": day_of(request)})

    def act() -> str:
        actions.leave_staff(person=person, on=form.cleaned_data["on"], by=user_of(request))
        return _("已登记{name}离职。").format(name=person.name)

    title = _("{name}:离职").format(name=person.name)
    context = about(request, person.office_id) | {"note": note_of_end(person, user_of(request))}
    return act_page(request, form, act, title=title, submit=_("登记离职"), **context)
