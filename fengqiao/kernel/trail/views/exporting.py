"""The trail as a file, and the register of all that left the system as one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit import exporting
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.reach import SEE
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.trail.forms import ExportForm, NumberForm, TrailForm
from fengqiao.kernel.trail.listing import MOST, trail_listing
from fengqiao.kernel.trail.looking import record_list
from fengqiao.kernel.trail.selection import narrowed
from fengqiao.kernel.trail.shown import export_lines
from fengqiao.kernel.ui.downloads import comma_separated, workbook
from fengqiao.kernel.ui.keyset import stretch_of


@needs(SEE, FORM)
@never_cache
def export(request: HttpRequest) -> HttpResponse:
    """The entries of the list from which one came, without what may name somebody."""
    user, asked = user_of(request), TrailForm(request.GET)
    form = ExportForm(request.POST or None)
    rows = Entry.objects.visible_to(user)
    rows = narrowed(rows, asked.cleaned_data) if asked.is_valid() else rows.none()
    if request.method == "POST" and form.is_valid():
        found = list(rows.order_by("-at", "-pk")[: MOST + 1])
        if 0 < len(found) <= MOST:
            return _file(user, found, form, asked.words())
        said = _("超过 %d 条,请用筛选缩小范围后再导出。") % MOST
        form.add_error(None, said if found else _("没有符合条件的记录。"))
    context = {"form": form, "words": asked.words() if asked.is_valid() else ""}
    return render(request, "trail/export.html", context, status=400 if form.errors else 200)


def _file(user: User, found: list[Entry], form: ExportForm, words: str) -> HttpResponse:
    asked: dict[str, Any] = {"asked": words} if words else {}
    area, reason = area_of(user), form.cleaned_data["reason"].strip()
    taken = exporting.take_out(
        "audit.exported", by=user, area=area, count=len(found), reason=reason, **asked
    )
    write = workbook if form.cleaned_data["form"] == "xlsx" else comma_separated
    return write(trail_listing(found, words), _("操作记录(%s)") % taken.number, taken)


@needs(SEE)
@never_cache
def exports(request: HttpRequest) -> HttpResponse:
    """What left the system, by whom and when; found by the number that stands in the file."""
    user, form = user_of(request), NumberForm(request.GET)
    number = form.cleaned_data["number"].strip() if form.is_valid() else ""
    rows = exporting.exports(Entry.objects.visible_to(user), number).select_related("by")
    stretch = stretch_of(request, rows)
    if stretch.first:
        record_list(user, _("导出登记 %s") % number)
    context = {"form": form, "stretch": stretch, "lines": export_lines(stretch.rows)}
    return render(request, "trail/exports.html", context)
