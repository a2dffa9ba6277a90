"""Pages of the calendar: count a term, look at a year, enter and confirm a year's arrangement."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM, needs, own
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.deadlines import arranging
from fengqiao.kernel.deadlines.calendar import Year, announced, in_force, with_year
from fengqiao.kernel.deadlines.forms import EARLIEST, LATEST, ArrangementForm, ReckonForm
from fengqiao.kernel.deadlines.models import Arrangement
from fengqiao.kernel.deadlines.months import sheets
from fengqiao.kernel.deadlines.permissions import ARRANGE
from fengqiao.kernel.deadlines.reckoning import by_statute, length_of
from fengqiao.kernel.ui.acting import Made, act_button, act_page
from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.statutes import load


@own()
def reckon(request: HttpRequest) -> HttpResponse:
    """From a matter and a day to the last day, with every step of the counting."""
    form = ReckonForm(request.GET if "rule" in request.GET else None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        rule = load()[form.cleaned_data["rule"]]
        try:
            told = by_statute(rule, form.cleaned_data["start"])
        except InputRefused as refused:
            form.add_error("start", refused.message)
        else:
            left = (told.reckoned.due - timezone.localdate()).days
            context |= {"rule": rule, "told": told, "length": length_of(told.term)}
            context |= {"left": left, "passed": -left}
    return render(request, "deadlines/reckon.html", context)


@own()
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Which days of the year are worked, and whether that is settled."""
    if not EARLIEST.year <= year <= LATEST.year:
        raise Http404
    calendar = in_force()
    context = {
        "year": year,
        "months": sheets(year, calendar),
        "settled": year in calendar.settled,
        "with_system": year in announced(),
        "before": year - 1 if year > EARLIEST.year else None,
        "after": year + 1 if year < LATEST.year else None,
        "arrangements": Arrangement.objects.visible_to(request.user).filter(year=year),
        "may_arrange": user_of(request).can(ARRANGE),
    }
    return render(request, "deadlines/year.html", context)


@needs(ARRANGE, FORM)
def enter(request: HttpRequest) -> HttpResponse:
    """The notice of a year, typed or pasted."""
    next_year = timezone.localdate().year + 1
    form = ArrangementForm(request.POST or None, initial={"year": next_year})

    def act() -> Made:
        made = arranging.enter(**form.cleaned_data, by=user_of(request))
        return Made(_("已录入,请逐日核对后交另一位同事复核。"), made)

    return act_page(request, form, act, back="deadlines:reckon", template="deadlines/enter.html")


@needs(ARRANGE)
def arrangement(request: HttpRequest, pk: int) -> HttpResponse:
    """What was entered, day by day beside the words of the notice."""
    found = _found(request, pk)
    shown = with_year(found.year, Year.of(found))
    context = {
        "arrangement": found,
        "months": sheets(found.year, shown),
        "own": found.entered_by_id == user_of(request).pk,
    }
    return render(request, "deadlines/arrangement.html", context)


@needs(ARRANGE, ACT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person says that the days are those of the notice."""
    found = _found(request, pk)

    def act() -> str:
        arranging.confirm(found, by=user_of(request))
        return _("已复核,期限按新的安排计算。")

    return act_button(request, act, back=found)


@needs(ARRANGE, ACT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was entered wrongly and is not in force."""
    found = _found(request, pk)

    def act() -> str:
        arranging.discard(found, by=user_of(request))
        return _("已作废。")

    return act_button(request, act, back=found)


def _found(request: HttpRequest, pk: int) -> Arrangement:
    rows = Arrangement.objects.visible_to(request.user).select_related("entered_by", "confirmed_by")
    found: Arrangement = get_object_or_404(rows, pk=pk)
    return found
