"""One office in a judgement: its items, its facts, and the rows behind a fact."""

from itertools import groupby
from operator import attrgetter
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from fengqiao.kernel.accounts.gates import needs
from fengqiao.oversight.standards.keeping import fact_values, office_result
from fengqiao.oversight.standards.models import JudgedOffice
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.shown import evidence_table


def is_column(row: JudgedOffice, name: str) -> bool:
    """Whether the fact is a value of the office itself, with no rows behind it."""
    tables = {fact["name"]: fact["table"] for fact in row.judgement.about["facts"]}
    return bool(tables[name] == "offices")


def office_or_404(request: HttpRequest, pk: int, code: str) -> JudgedOffice:
    """The office in this judgement, if the user may see it."""
    rows = JudgedOffice.objects.visible_to(request.user).select_related("judgement__by")
    row: JudgedOffice = get_object_or_404(rows, judgement=pk, code=code)
    return row


@needs(SEE)
def office(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """All items by section of the plan, each with the facts that it rests on."""
    row = office_or_404(request, pk, code)
    facts, names = fact_values(row), row.judgement.about["sections"]
    items = [
        (item, [facts[name] for name in item.facts if name in facts])
        for item in office_result(row).items
    ]
    sections = [
        (names.get(section, section), list(group))
        for section, group in groupby(items, key=lambda pair: pair[0].section)
    ]
    context = {
        "judgement": row.judgement,
        "office": row,
        "place": f"{row.district} {row.kind}",
        "sections": sections,
        "within": urlencode({"office": code}),
    }
    return render(request, "standards/office.html", context)


@needs(SEE)
def fact(request: HttpRequest, pk: int, code: str, name: str) -> HttpResponse:
    """The rows behind a fact, as they were when it was judged."""
    row = office_or_404(request, pk, code)
    value = fact_values(row).get(name)
    if value is None:
        raise Http404
    context = {
        "judgement": row.judgement,
        "office": row,
        "fact": value,
        "within": urlencode({"office": code, "fact": name}),
        "rows": None if is_column(row, name) else evidence_table(row.evidence.get(name, [])),
        "items": sorted(
            (item for item in office_result(row).items if name in item.facts), key=attrgetter("id")
        ),
    }
    return render(request, "standards/fact.html", context)
