"""The figures of a place in a period."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.indicators.registry import indicator
from fengqiao.kernel.indicators.spans import SPANS
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.reports.board import cards_and_trend, chart, headlines
from fengqiao.oversight.reports.forms import FiguresForm
from fengqiao.oversight.reports.peers import peers_of
from fengqiao.oversight.reports.permissions import SEE
from fengqiao.oversight.reports.reached import territories

FIRST = "disputes.success_rate"  # whose trend is drawn at first


@needs(SEE)
def figures(request: HttpRequest) -> HttpResponse:
    """Of the place and period that the address names; at first of the largest place, this month."""
    today = timezone.localdate()
    places = territories(user_of(request), SEE, today)
    first = {
        "kind": "month",
        "on": today.isoformat(),
        "area": places[0].key if places else "",
        "figure": FIRST,
    }
    form = FiguresForm(places, headlines(), first | request.GET.dict())
    context: dict[str, Any] = {"form": form, "places": places}
    if places and form.is_valid():
        place = next((one for one in places if one.key == form.cleaned_data["area"]), None)
        if place is None:
            raise Http404
        span = SPANS[form.cleaned_data["kind"]]
        period = span.holding(form.cleaned_data["on"])
        chosen = indicator(form.cleaned_data["figure"])
        try:
            period.refuse_odd(today)
            peers = peers_of(place, period.last)
            cards, trend = cards_and_trend(place, span, period, chosen, peers)
            context |= {
                "place": place,
                "said": span.said(period),
                "period": period,
                "cards": cards,
                "peers": peers,
                "chosen": chosen,
                "chart": chart(place, span, trend),
                "is_over": period.last < today,
                "now": timezone.localtime(),
            }
        except InputRefused as refused:
            form.add_error("on", f"{refused.message}。")
    return render(request, "reports/figures.html", context)
