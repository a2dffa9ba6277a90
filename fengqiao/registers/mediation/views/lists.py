"""The two lists, and both as workbooks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.exporting import take_out
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.ui.downloads import workbook
from fengqiao.kernel.ui.forms import FilterForm
from fengqiao.kernel.ui.paging import page_of
from fengqiao.lib.workbook.listing import Listing
from fengqiao.registers.mediation import selection
from fengqiao.registers.mediation.exports import bodies_listing, mediators_listing
from fengqiao.registers.mediation.forms.filters import BodiesForm, MediatorsForm
from fengqiao.registers.mediation.permissions import CHANGE, SEE


@needs(SEE)
def bodies(request: HttpRequest) -> HttpResponse:
    """Committees and studios of one's area."""
    user, form = user_of(request), BodiesForm(request.GET)
    wanted = form.wanted()
    page = page_of(request, selection.bodies(user, wanted))
    rows = selection.body_rows(page.rows, user, timezone.localdate())
    context = {"form": form, "wanted": wanted, "page": page, "rows": rows}
    context["several"] = len({row.body.office_id for row in rows}) > 1
    return render(request, "mediation/bodies.html", context)


@needs(SEE)
def mediators(request: HttpRequest) -> HttpResponse:
    """Who mediates, how many open cases each has: to distribute work by, no ranking."""
    user, form, day = user_of(request), MediatorsForm(request.GET), timezone.localdate()
    wanted = form.wanted()
    page = page_of(request, selection.mediators(user, wanted, day))
    rows = selection.mediator_rows(page.rows, user, day)
    context = {"form": form, "wanted": wanted, "page": page, "rows": rows}
    context["may_train"] = user.can(CHANGE)
    return render(request, "mediation/mediators.html", context)


@needs(SEE)
def export_bodies(request: HttpRequest) -> HttpResponse:
    user, form = user_of(request), BodiesForm(request.GET)
    found = list(selection.bodies(user, form.wanted()))
    rows = selection.body_rows(found, user, timezone.localdate())
    return _workbook(request, bodies_listing(rows, form), form, len(rows), _("调解组织名册"))


@needs(SEE)
def export_mediators(request: HttpRequest) -> HttpResponse:
    user, form, day = user_of(request), MediatorsForm(request.GET), timezone.localdate()
    found = list(selection.mediators(user, form.wanted(), day))
    rows = selection.mediator_rows(found, user, day)
    return _workbook(request, mediators_listing(rows, form), form, len(rows), _("调解员名册"))


def _workbook(
    request: HttpRequest, listing: Listing, form: FilterForm, count: int, name: str
) -> HttpResponse:
    user = user_of(request)
    taken = take_out(
        "mediation.exported", by=user, area=area_of(user), count=count, asked=form.words()
    )
    return workbook(listing, name, taken)
