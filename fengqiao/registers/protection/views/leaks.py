"""The file of leaks: reported at once, followed up, closed, printed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.tree import with_area
from fengqiao.kernel.ui.acting import Made, act_page
from fengqiao.kernel.ui.paging import page_of
from fengqiao.kernel.ui.papers import printed
from fengqiao.registers.protection.actions import leaks as acts
from fengqiao.registers.protection.beside import open_terms
from fengqiao.registers.protection.enums import LeakState
from fengqiao.registers.protection.forms.leak import CloseForm, LeakForm
from fengqiao.registers.protection.models import Leak
from fengqiao.registers.protection.permissions import HANDLE, REPORT, SEE
from fengqiao.registers.protection.seats import seats

OPEN = LeakState.OPEN
REPORT_FORM = "protection/report.html"


@needs(SEE)
def leaks(request: HttpRequest) -> HttpResponse:
    """Open ones first, the newest on top."""
    rows = Leak.objects.visible_to(request.user).order_by("-state", "-pk")
    page = page_of(request, with_area(rows))
    due = open_terms(Leak, [row.pk for row in page.rows])
    context = {
        "page": page,
        "rows": [(row, due.get(row.pk)) for row in page.rows],
        "day": timezone.localdate(),
    }
    return render(request, "protection/leaks.html", context)


@needs(REPORT, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """What is known so far; whoever is responsible hears of it at once."""
    form = LeakForm(request.POST or None, seats=seats(user_of(request), REPORT))

    def act() -> Made:
        made = acts.report(by=user_of(request), **form.values())
        return Made(_("已报告,司法局和管理员已收到通知。"), made)

    page = {"title": _("报告个人信息泄露"), "submit": _("报告")}
    return act_page(request, form, act, back="protection:leaks", template=REPORT_FORM, **page)


@needs(HANDLE, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known and was done by now."""
    found = _found(request, pk)
    initial = {name: getattr(found, name) for name in LeakForm.base_fields}
    initial["found_at"] = timezone.localtime(found.found_at)
    form = LeakForm(request.POST or None, initial=initial)

    def act() -> str:
        acts.follow_up(leak=found, by=user_of(request), **form.values())
        return _("已保存。")

    page: dict[str, Any] = {"title": _("补充情况"), "submit": _("保存"), "found": found}
    return act_page(request, form, act, back=found, template=REPORT_FORM, **page)


@needs(SEE)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    user = user_of(request)
    handles = found.state == OPEN and user.can(HANDLE, found.area)
    context: dict[str, Any] = {
        "found": found,
        "term": open_terms(Leak, [found.pk]).get(found.pk),
        "day": timezone.localdate(),
        "may_handle": handles,
        "is_open": found.state == OPEN,
    }
    return render(request, "protection/leak.html", context)


@needs(HANDLE, FORM)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """With what was done against it; what still lacks is said."""
    found = _found(request, pk)
    form = CloseForm(request.POST or None)

    def act() -> str:
        acts.close(leak=found, by=user_of(request), **form.cleaned_data)
        return _("已结案。")

    return act_page(request, form, act, back=found, template="protection/close.html", found=found)


@needs(SEE)
def paper_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The report to the authority, on paper."""
    found = _found(request, pk)
    return printed("protection/papers/leak.html", str(found), found=found)


def _found(request: HttpRequest, pk: int) -> Leak:
    rows = Leak.objects.visible_to(request.user).select_related("area", "reported_by", "closed_by")
    found: Leak = get_object_or_404(rows, pk=pk)
    reached(request, found.area)
    return found
