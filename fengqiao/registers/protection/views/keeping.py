"""What is kept for how long, what waits to be destroyed, and what is held back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.areas.tree import with_area
from fengqiao.kernel.ui.paging import page_of
from fengqiao.registers.protection.enums import OPEN_LISTS
from fengqiao.registers.protection.kept import Kept, all_kept
from fengqiao.registers.protection.models import Destruction, Hold
from fengqiao.registers.protection.permissions import SEE
from fengqiao.registers.protection.words import period_of, source_of

SHOWN = 50  # holds


@needs(SEE)
def keeping(request: HttpRequest) -> HttpResponse:
    """Open lists first, then those that are done, the newest on top."""
    today = timezone.localdate()
    lists = with_area(Destruction.objects.visible_to(request.user))
    open_lists = lists.filter(state__in=OPEN_LISTS)
    holds = with_area(Hold.objects.visible_to(request.user).on(today))
    titles = {kept.name: kept.title for kept in all_kept()}
    page = page_of(request, lists.exclude(state__in=OPEN_LISTS))
    context = {
        "periods": [_period(kept) for kept in all_kept()],
        "open": [(row, titles.get(row.kind, "")) for row in open_lists[:SHOWN]],
        "page": page,
        "done": [(row, titles.get(row.kind, "")) for row in page.rows],
        "holds": [(row, titles.get(row.kind, "")) for row in holds[:SHOWN]],
    }
    return render(request, "protection/keeping.html", context)


def _period(kept: Kept) -> dict[str, object]:
    value = kept.period(timezone.localdate())
    return {
        "kept": kept,
        "starts": kept.statute.starts,
        "period": period_of(value),
        "source": source_of(value),
    }
