"""The trail of one's area, the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.reach import SEE
from fengqiao.kernel.trail.forms import TrailForm
from fengqiao.kernel.trail.looking import record_list
from fengqiao.kernel.trail.selection import narrowed
from fengqiao.kernel.trail.shown import lines
from fengqiao.kernel.ui.keyset import stretch_of


@needs(SEE)
@never_cache
def entries(request: HttpRequest) -> HttpResponse:
    """What was done in one's area; that somebody looked is an entry itself."""
    user = user_of(request)
    form = TrailForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else None
    rows = Entry.objects.visible_to(user)
    stretch = stretch_of(request, narrowed(rows, asked) if asked is not None else rows.none())
    if stretch.first and asked is not None:
        record_list(user, form.words())
    context = {"form": form, "stretch": stretch, "lines": lines(stretch.rows)}
    return render(request, "trail/entries.html", context)
