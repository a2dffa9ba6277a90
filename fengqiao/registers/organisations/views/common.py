"""What the pages of this app share: the day that is asked for, the office, and a form that acts."""

from datetime import date
from functools import partial

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import reached
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui import acting
from fengqiao.registers.organisations.forms.filters import DayForm


def day_of(request: HttpRequest) -> date:
    """The day of `?on=`; today where none is given, and where it is none, which is said."""
    form = DayForm(request.GET)
    day: date = form.day
    if form.errors:
        words = _("地址中的日期“%(given)s”不对,应如 2026-06-30。以下是今天的情况。")
        messages.warning(request, words % {"given": request.GET["on"][:40]})
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


act_page = partial(acting.act_page, template="organisations/form.html")
