"""One office in a judgement: its items, its facts, and the rows behind a fact."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.ui.paging import page_of
from fengqiao.oversight.standards.behind import left_out, rows_behind, sees_full
from fengqiao.oversight.standards.keeping import detail_of
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.seen import offices_seen
from fengqiao.oversight.standards.shown import evidence_table
from fengqiao.oversight.standards.views.places import address_of_district, kept_or_404
from fengqiao.rulebook.results import ItemResult


def is_column(kept: Judgement, name: str) -> bool:
    """Whether the fact is a value of the office itself, with no rows behind it."""
    return any(one["name"] == name and one["table"] == "offices" for one in kept.about["facts"])


def office_or_404(request: HttpRequest, pk: int, row: int) -> JudgedOffice:
    """The office of this row in this judgement, if the user may see it."""
    kept = kept_or_404(request, pk)
    rows = offices_seen(request.user, kept).select_related("detail")
    found: JudgedOffice = get_object_or_404(rows, row=row)
    found.judgement = kept
    return found


def first_of_clauses(items: Iterable[ItemResult]) -> Iterable[ItemResult]:
    """The first item of each clause: what the clause asks is said there, once."""
    firsts: dict[str, ItemResult] = {}
    for item in items:
        firsts.setdefault(item.clause, item)
    return firsts.values()


def _open_and_met(rows: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What has yet to be done stands first; what is met may be folded."""
    met = [row for row in rows if row[0].verdict == "met"]
    return [row for row in rows if row not in met], met


@needs(SEE)
def office(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """All items by section of the plan, each with the facts that it rests on."""
    found = office_or_404(request, pk, row)
    detail, names = detail_of(found), found.judgement.about["sections"]
    clauses = found.judgement.about.get("clauses", {})  # older judgements remember none
    told = {item.id: clauses.get(item.clause, "") for item in first_of_clauses(detail.items)}
    items = [
        (
            item,
            [detail.facts[name] for name in item.facts if name in detail.facts],
            told.get(item.id, ""),
        )
        for item in detail.items
    ]
    sections = [
        (names.get(section, section), *_open_and_met(list(group)))
        for section, group in groupby(items, key=lambda row: row[0].section)
    ]
    context = {
        "judgement": found.judgement,
        "office": found,
        "place": f"{found.district} {found.kind}",
        "district_url": address_of_district(pk, found.district),
        "sections": sections,
        "within": urlencode({"office": found.row}),
    }
    return render(request, "standards/office.html", context)


@needs(SEE)
def fact(request: HttpRequest, pk: int, row: int, name: str) -> HttpResponse:
    """The rows behind a fact, as they were when it was judged."""
    found = office_or_404(request, pk, row)
    detail = detail_of(found)
    if name not in detail.facts:
        raise Http404
    page = page_of(request, detail.evidence.get(name, []))
    full = sees_full(request.user, found)
    rows = rows_behind(page.rows, full=full)
    context = {
        "judgement": found.judgement,
        "office": found,
        "fact": detail.facts[name],
        "within": urlencode({"office": found.row, "fact": name}),
        "page": page,
        "left_out": "" if full else left_out(page.rows),
        "rows": None if is_column(found.judgement, name) else evidence_table(rows),
        "items": sorted(
            (item for item in detail.items if name in item.facts), key=attrgetter("id")
        ),
    }
    return render(request, "standards/fact.html", context)
