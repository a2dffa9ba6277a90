"""The monthly return on a page, as a file, and the numbers that it is compared with."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.exporting import take_out
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.ui.acting import Made, act_page
from fengqiao.kernel.ui.downloads import saved
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.oversight.reports.forms import EnterForm, MonthlyForm
from fengqiao.oversight.reports.monthly import document, workbook
from fengqiao.oversight.reports.monthly.counting import monthly_return
from fengqiao.oversight.reports.monthly.lines import notes, title
from fengqiao.oversight.reports.monthly.model import Return
from fengqiao.oversight.reports.monthly.shown import rows_of
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.permissions import ENTER, SEE
from fengqiao.oversight.reports.reached import territories
from fengqiao.oversight.reports.reported import ACCEPTED, entered_of, report
from fengqiao.oversight.reports.territory import Territory

FORMS = {
    "xlsx": (
        workbook.write,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "docx": (
        document.write,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


def address(page: str, place: Territory, month: Month, *words: str) -> str:
    """What belongs to the return of this place and month."""
    return reverse(f"reports:{page}", args=[place.key, str(month), *words])


@needs(SEE)
def monthly(request: HttpRequest) -> HttpResponse:
    """Of the place and month that the address names; at first of the largest place, last month."""
    asked = _month_or_last(request.GET.get("month", ""))
    places = territories(user_of(request), SEE, asked.last)
    first = {"month": str(asked), "area": places[0].key if places else ""}
    form = MonthlyForm(places, first | request.GET.dict())
    context: dict[str, Any] = {"form": form, "places": places}
    if places and form.is_valid():
        place = _place(places, form.cleaned_data["area"])
        try:
            context |= _shown(request, monthly_return(place, form.cleaned_data["month"]))
        except InputRefused as refused:
            form.add_error("month", f"{refused.message}。")
    return render(request, "reports/monthly.html", context)


def _shown(request: HttpRequest, made: Return) -> dict[str, Any]:
    may_enter = any(
        one.key == made.place.key for one in territories(user_of(request), ENTER, made.month.last)
    )
    return {
        "made": made,
        "rows": rows_of(made),
        "notes": notes(made),
        "title": title(made),
        "now": timezone.localtime(),
        "xlsx_url": address("download", made.place, made.month, "xlsx"),
        "docx_url": address("download", made.place, made.month, "docx"),
        "enter_url": address("enter", made.place, made.month) if may_enter else "",
    }


@needs(SEE)
def download(request: HttpRequest, area: str, month: str, form: str) -> HttpResponse:
    """The return as a file with the number of its export."""
    if form not in FORMS:
        raise Http404
    place, of = _asked_or_404(request, area, month)
    try:
        made = monthly_return(place, of)
    except InputRefused:
        raise Http404 from None
    user, (write, mime) = user_of(request), FORMS[form]
    label = f"{place.said} {of.said}"
    whose = place.area or area_of(user)
    taken = take_out("reports.exported", by=user, area=whose, count=1, label=label)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"return.{form}"
        write(made, path, [typeset(note) for note in taken.notes])
        return saved(path.read_bytes(), mime, f"{title(made)}({month}).{form}")


@needs(ENTER, FORM)
def enter(request: HttpRequest, area: str, month: str) -> HttpResponse:
    """The number of a month to compare with; what stood there before stays, and is shown."""
    place, of = _asked_or_404(request, area, month)
    wanted = request.GET.get("of") or str(of.year_before)
    form = EnterForm(request.POST or None, initial={"month": wanted})
    back = f"{reverse('reports:monthly')}?{urlencode({'month': of, 'area': place.key})}"

    def act() -> Made:
        given = form.cleaned_data
        row, was = report(ACCEPTED, place, given["month"], given["value"], by=user_of(request))
        if row == was:
            nothing_done()
            return Made(_("没有变化。"), back)
        return Made(_("上报数已填报。"), back)

    page: dict[str, Any] = {"place": place, "entered": entered_of(place)}
    page["template"] = "reports/enter.html"
    return act_page(request, form, act, back=back, at="month", **page)


def _month_or_last(text: str) -> Month:
    """The one that is typed; else the last that is over."""
    try:
        return Month.of(text)
    except InputRefused:
        return Month.holding(timezone.localdate()).before


def _place(places: list[Territory], key: str) -> Territory:
    found = next((one for one in places if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _asked_or_404(request: HttpRequest, area: str, month: str) -> tuple[Territory, Month]:
    """Refused to who sees the place and has not the right of the page there."""
    user, right = user_of(request), request.right  # type: ignore[attr-defined]
    try:
        of = Month.of(month)
    except InputRefused:
        raise Http404 from None
    place = _place(territories(user, SEE, of.last), area)
    if right != SEE and place not in territories(user, right, of.last):
        raise PermissionDenied
    return place, of
