"""One judgement from above: city, district, and the offices of a selection."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.paging import page_of
from fengqiao.oversight.standards.forms import OfficesForm
from fengqiao.oversight.standards.keeping import Opened, district_results, open_selected
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.seen import Seen, seen_of
from fengqiao.oversight.standards.selection import UNSIZED, Selection
from fengqiao.oversight.standards.shown import SizeCard, district_map, map_address, size_cards
from fengqiao.rulebook.reports import summary


def kept_or_404(request: HttpRequest, pk: int) -> Judgement:
    """The judgement, if the user may see it."""
    kept: Judgement = get_object_or_404(Judgement.objects.visible_to(request.user), pk=pk)
    return kept


def whole_or_404(request: HttpRequest, pk: int) -> Judgement:
    """The judgement for an act on all its offices: refused to who reaches only some."""
    kept = kept_or_404(request, pk)
    if kept.area:
        reached(request, kept.area)
    return kept


def before(request: HttpRequest, kept: Judgement) -> Judgement | None:
    """The last judgement of the same place by the same standard on an earlier day."""
    rows = Judgement.objects.visible_to(request.user).current().defer("about")
    earlier = rows.filter(standard=kept.standard, area=kept.area, on__lt=kept.on)
    return earlier.order_by("-on", "-pk").first()


def opened(request: HttpRequest, kept: Judgement, **where: Any) -> Opened:
    """The judgement with the offices that the user may see, and the rates of their districts."""
    rows = JudgedOffice.objects.visible_to(request.user).filter(judgement=kept, **where)
    return open_selected(kept, rows.defer("facts"))


def cards(judgement: Opened, seen: Seen, before: Judgement | None) -> list[SizeCard]:
    """The classes of the offices that are seen; targets and former rates are those of whole
    districts, and stand beside no other count.
    """
    totals = summary.totals_by_size(judgement)
    if not seen.whole:
        return size_cards({size: found for size, found in totals.items() if found.offices}, [])
    known = district_results(before) if before else []
    then = [row for row in known if row.district in seen.districts]
    return size_cards(totals, seen.rates, then)


def overall(request: HttpRequest, kept: Judgement, judgement: Opened) -> dict[str, Any]:
    """What city and district pages share: cards by class, what is lacked, who is nearest."""
    items, seen = summary.item_totals(judgement), seen_of(kept, judgement.offices)
    earlier = before(request, kept)
    return {
        "judgement": kept,
        "seen": seen,
        "before": earlier,
        "cards": cards(judgement, seen, earlier),
        "totals": seen.totals,
        "offices": judgement.offices,
        "unsized": summary.unsized(judgement),
        "unsized_filter": UNSIZED,
        "lacked": summary.most_lacked(items),
        "wanted": summary.most_unknown(items),
        "nearest": [
            (office, summary.lacking(office)) for office in summary.nearest(judgement, limit=10)
        ],
    }


@needs(SEE)
def city(request: HttpRequest, pk: int) -> HttpResponse:
    """All districts and classes against the year's targets (1.2)."""
    kept = kept_or_404(request, pk)
    judgement = opened(request, kept)
    context = overall(request, kept, judgement)
    seen = context["seen"]
    context |= {
        "title": _("%s达标情况") % seen.name,
        "sizes": judgement.about.classes,
        "rates": list(summary.by_district(judgement).items()),
        "map": district_map(
            seen.rates, lambda name: reverse("standards:district", args=[pk, name])
        ),
        "map_file": map_address(kept.city),
        "report_url": reverse("standards:report", args=[pk]),
        "can_act": not kept.withdrawn_at
        and (kept.area is None or user_of(request).can(JUDGE, kept.area)),
    }
    return render(request, "standards/city.html", context)


@needs(SEE)
def district(request: HttpRequest, pk: int, district: str) -> HttpResponse:
    """One district: its classes against the targets, its offices, what they lack."""
    kept = kept_or_404(request, pk)
    own = opened(request, kept, district=district)
    if not own.offices:
        raise Http404
    context = overall(request, kept, own) | {
        "district": district,
        "within": urlencode({"district": district}),
    }
    return render(request, "standards/district.html", context)


@needs(SEE)
def offices(request: HttpRequest, pk: int) -> HttpResponse:
    """The offices that the address selects: of a district, a class, or lacking an item."""
    kept = kept_or_404(request, pk)
    every = JudgedOffice.objects.visible_to(request.user).filter(judgement=kept)
    selection = Selection.from_query(request.GET)
    form = OfficesForm(every, kept.about, selection.as_query())
    names = [name for name, _label in form.fields["district"].choices if name]  # type: ignore[attr-defined]
    context = {
        "judgement": kept,
        "form": form,
        "district": selection.district if selection.district in names else "",
        "page": page_of(request, selection.rows(every)),
        "chosen": selection.words(kept.about),
        "item": selection.item,
    }
    return render(request, "standards/offices.html", context)
