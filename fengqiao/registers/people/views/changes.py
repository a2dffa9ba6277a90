"""Persons come in and are changed."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people import actions
from fengqiao.registers.people.forms.person import ChangeForm, PersonForm
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.permissions import CHANGE
from fengqiao.registers.people.views.common import (
    offices_of,
    person_or_404,
    private,
    standing,
)


@private(CHANGE, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """A person of whom the office did not know."""
    user = user_of(request)
    form = PersonForm(request.POST or None, areas=offices_of(user, CHANGE))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_person(area=form.chosen_area, by=user, **form.values())
            messages.success(request, _("已建立人员档案。"))
            return redirect(made)
        except actions.AlreadyThere as refused:
            return _answer(request, "people/new.html", form, refused=refused)
    return _answer(request, "people/new.html", form)


@private(CHANGE, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Other values for a person; what is masked stays masked while one types."""
    found = person_or_404(request, pk)
    form = ChangeForm(request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        area = standing(request, found).area
        try:
            actions.change_person(person=found, area=area, by=user_of(request), **form.values())
            messages.success(request, _("已保存。"))
            return redirect(found)
        except actions.AlreadyThere as refused:
            return _answer(request, "people/change.html", form, refused=refused, person=found)
    return _answer(request, "people/change.html", form, person=found)


@private(CHANGE, ACT)
def known(request: HttpRequest, pk: int, area: int) -> HttpResponse:
    """A person of one of the user's offices becomes known to another of them."""
    found = person_or_404(request, pk)
    office = get_object_or_404(offices_of(user_of(request), CHANGE), pk=area)
    actions.make_known(person=found, area=office, by=user_of(request))
    messages.success(request, _("已登记到{office}。").format(office=office.name))
    return redirect(found)


def _answer(
    request: HttpRequest,
    template: str,
    form: Form,
    *,
    refused: InputRefused | None = None,
    person: Person | None = None,
) -> HttpResponse:
    """The form as it was typed; a number that is known leads to its person."""
    there: Person | None = getattr(refused, "person", None)
    if refused:
        form.add_error("id_number", refused.message)
    context: dict[str, Any] = {"form": form, "person": person, "there": there}
    return render(request, template, context, status=400 if form.errors else 200)
