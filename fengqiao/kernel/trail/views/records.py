"""Who looked at a record, and what was done to it: one page for records of every kind."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.reach import SEE
from fengqiao.kernel.trail.looking import record_look
from fengqiao.kernel.trail.records import record_named
from fengqiao.kernel.trail.shown import lines
from fengqiao.kernel.ui.keyset import stretch_of


@needs(SEE)
@never_cache
def record_trail(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """`kind` is the model's label, like people.person. What other areas did with the record is not
    told; a record of which one may know nothing is not there."""
    user, record = user_of(request), record_named(kind, pk)
    rows = Entry.objects.visible_to(user).about(record)
    newest = rows.select_related("area").first()
    seen = newest or type(record)._default_manager.visible_to(user).filter(pk=pk).exists()  # type: ignore[attr-defined]
    if not seen:
        raise Http404
    stretch = stretch_of(request, rows)
    if stretch.first:
        record_look(user, record, newest)
    context = {
        "label": newest.label if newest else record._meta.verbose_name,
        "stretch": stretch,
        "lines": lines(stretch.rows),
    }
    return render(request, "trail/record.html", context)
