"""One entry: what was done, and what else is kept of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import ACT, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.permissions import OPEN
from fengqiao.kernel.audit.reach import SEE
from fengqiao.kernel.trail.looking import record_opening
from fengqiao.kernel.trail.shown import details, line, place_in_chain


@needs(SEE)
@never_cache
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """As far as it names nobody."""
    return _page(request, get_object_or_404(Entry.objects.visible_to(request.user), pk=pk))


@needs(OPEN, ACT)
@never_cache
def open_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """With all that is kept of it, in this answer alone."""
    user = user_of(request)
    found = get_object_or_404(Entry.objects.visible_to(user, OPEN), pk=pk)
    record_opening(user, found)
    return _page(request, found, opened=True)


def _page(request: HttpRequest, found: Entry, *, opened: bool = False) -> HttpResponse:
    rows = details(found, opened=opened)
    openable = Entry.objects.visible_to(request.user, OPEN).filter(pk=found.pk)
    context = {
        "entry": found,
        "line": line(found),
        "details": rows,
        "opened": opened,
        "may_open": any(row.hidden for row in rows) and openable.exists(),
        "link": place_in_chain(found),
    }
    return render(request, "trail/entry.html", context)
