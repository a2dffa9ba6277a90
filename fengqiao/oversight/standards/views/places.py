"""One judgement from above: city, district, and the offices of a selection."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.paging import Page, page_of
from fengqiao.oversight.standards.forms import MOST_CHOICES, OfficesForm
from fengqiao.oversight.standards.keeping import district_results
from fengqiao.oversight.standards.listed import listed, nearest
from fengqiao.oversight.standards.models import JudgedOffice, Judgement, Tally
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.seen import Seen, districts_seen, offices_seen, seen_by
from fengqiao.oversight.standards.selection import MEETS, UNSIZED, Selection
from fengqiao.oversight.standards.shown import SizeCard, district_map, map_address, size_cards
from fengqiao.oversight.standards.tallies import (
    ALL,
    item_counts,
    most_lacked,
    most_unknown,
    totals,
)
from fengqiao.oversight.standards.verdicts import columns_of
from fengqiao.rulebook.results import DistrictResult

NEAREST = 10
LOOKED_AT = 40  # with the fewest unmet items: among them the nearest are chosen by what is short


def kept_or_404(request: HttpRequest, pk: int) -> Judgement:
    """The judgement, if the user may see it."""
    rows = Judgement.objects.visible_to(request.user).select_related("area", "by")
    kept: Judgement = get_object_or_404(rows, pk=pk)
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


def tallies_before(earlier: Judgement | None, seen: Seen) -> QuerySet[Tally] | list[Tally]:
    """What was counted then of the districts that are seen now."""
    if earlier is None:
        return []
    rows = earlier.tallies.defer("items")
    if seen.districts:
        return rows.filter(**seen.within).exclude(place=ALL)
    return rows.filter(place=ALL)


def cards(
    kept: Judgement, seen: Seen, rates: Sequence[DistrictResult], earlier: Judgement | None
) -> list[SizeCard]:
    """The classes of the offices that are seen; targets and former rates are those of whole
    districts, and stand beside no other count.
    """
    if not seen.whole:
        return size_cards((one for one in seen.tallies if one.offices), kept.about)
    return size_cards(seen.tallies, kept.about, rates, tallies_before(earlier, seen))


def page_of_offices(
    request: HttpRequest, kept: Judgement, offices: QuerySet[JudgedOffice], item: str = ""
) -> Page:
    """A page of these offices with what each lacks."""
    page = page_of(request, offices.select_related("detail") if item else offices)
    return replace(page, rows=listed(kept, page.rows, item))


def page_of_districts(
    request: HttpRequest, kept: Judgement, seen: Seen
) -> tuple[Page, list[DistrictResult]]:
    """A page of districts, each with its rates, and these rates in one list."""
    page = page_of(request, seen.places)
    rates = district_results(kept, place__in=page.rows)
    by_name = groupby(rates, attrgetter("district"))
    return replace(page, rows=[(name, list(rows)) for name, rows in by_name]), rates


def overall(
    request: HttpRequest, kept: Judgement, seen: Seen, rates: Sequence[DistrictResult]
) -> dict[str, Any]:
    """What city and district pages share: cards by class, what is lacked, who is nearest."""
    earlier = before(request, kept)
    items = item_counts(columns_of(kept.about), seen.tallies)
    failing = seen.offices.filter(MEETS["unmet"]).order_by("unmet", "unknown", "row")
    return {
        "judgement": kept,
        "seen": seen,
        "before": earlier,
        "cards": cards(kept, seen, rates, earlier),
        "totals": seen.totals,
        "unsized": totals(one for one in seen.tallies if not one.size).offices,
        "unsized_filter": UNSIZED,
        "lacked": most_lacked(items),
        "wanted": most_unknown(items),
        "nearest": nearest(kept, failing.select_related("detail")[:LOOKED_AT], NEAREST),
    }


@needs(SEE)
def city(request: HttpRequest, pk: int) -> HttpResponse:
    """All districts and classes against the year's targets (1.2)."""
    kept = kept_or_404(request, pk)
    seen = seen_by(request.user, kept)
    page, rates = page_of_districts(request, kept, seen)
    context = overall(request, kept, seen, rates if page.last == 1 else ())
    context |= {
        "title": _("%s达标情况") % seen.name,
        "sizes": kept.about["classes"],
        "page": page,
        "rates": page.rows,
        "own": listed(kept, [seen.only]) if seen.only else [],
        "map": district_map(rates, lambda name: address_of_district(pk, name)),
        "map_file": map_address(kept.city),
        "report_url": reverse("standards:report", args=[pk]),
        "can_act": not kept.withdrawn_at
        and (kept.area is None or user_of(request).can(JUDGE, kept.area)),
    }
    return render(request, "standards/city.html", context)


def address_of_district(pk: int, name: str) -> str:
    """The page of a district, whose name may hold any sign."""
    return f"{reverse('standards:district', args=[pk])}?{urlencode({'district': name})}"


@needs(SEE)
def district(request: HttpRequest, pk: int) -> HttpResponse:
    """One district, which the address names: its classes against the targets, its offices, what they
    lack."""
    kept, name = kept_or_404(request, pk), request.GET.get("district", "")
    seen = seen_by(request.user, kept, name)
    if not seen.totals.offices:
        raise Http404
    rates = district_results(kept, district=name)
    context = overall(request, kept, seen, rates) | {
        "district": name,
        "within": urlencode({"district": name}),
        "page": page_of_offices(request, kept, seen.offices),
    }
    return render(request, "standards/district.html", context)


@needs(SEE)
def offices(request: HttpRequest, pk: int) -> HttpResponse:
    """The offices that the address selects: of a district, a class, or lacking an item."""
    kept = kept_or_404(request, pk)
    seen = offices_seen(request.user, kept)
    selection = Selection.from_query(request.GET)
    form = OfficesForm(
        districts_seen(request.user, kept, MOST_CHOICES + 1), kept.about, selection.as_query()
    )
    chosen = selection.of(seen, kept.about)
    context = {
        "judgement": kept,
        "form": form,
        "district": form.chosen_district(),
        "district_url": address_of_district(pk, form.chosen_district()),
        "page": page_of_offices(request, kept, chosen, selection.item),
        "chosen": selection.words(kept.about),
        "item": selection.item,
    }
    return render(request, "standards/offices.html", context)
