"""What the pages of this app share: the day that is asked for, the office, and a form that acts."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from fengqiao.kernel.accounts.gates import reached
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.forms.filters import DayForm


def day_of(request: HttpRequest) -> date:
    """The day of `?on=`; today where none or no day is given."""
    day: date = DayForm(request.GET).day
    return day


def area_or_404(request: HttpRequest, pk: int, day: date, *kinds: AreaKind) -> Area:
    """The area with `code` and `name` of the day, if it is of these kinds and the user may see
    it; refused to who may not do there what the page is for."""
    areas = Area.objects.visible_to(request.user).of_kind(*kinds).named_on(day)
    found: Area = get_object_or_404(areas, pk=pk)
    reached(request, found)
    return found


def office_or_404(request: HttpRequest, pk: int, day: date) -> Area:
    """The office with `code` and `name` of the day; both null on a day on which it is not there."""
    return area_or_404(request, pk, day, AreaKind.OFFICE)


def act_page(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str],
    *,
    back: str,
    template: str = "organisations/form.html",
    **context: Any,
) -> HttpResponse:
    """A page with one form: a valid post acts, says what was done and goes `back`.

    A refused act leaves what was typed and stands in the form as its error.
    """
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
            return redirect(back)
        except InputRefused as refused:
            say_in(form, refused)
    status = 400 if form.errors else 200
    return render(request, template, {"form": form, "back": back, **context}, status=status)


def say_in(form: Form, refused: InputRefused) -> None:
    """Each fault at the field of that label, the rest on top."""
    names = {str(field.label): name for name, field in form.fields.items()}
    for fault in refused.faults:
        form.add_error(names.get(fault.column), fault.sentence)
    if not refused.faults:
        form.add_error(None, refused.message)
