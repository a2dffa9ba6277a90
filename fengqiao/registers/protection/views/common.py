"""What the pages of this app share."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.ui.papers import paper
from fengqiao.lib.faults import InputRefused

PDF = "application/pdf"


def with_area(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows, each with its area and today's name of that (`row.area.name`), in one statement."""
    areas = Area.objects.named_on(timezone.localdate())
    return rows.prefetch_related(Prefetch("area", queryset=areas))


def say(request: HttpRequest, refused: InputRefused) -> None:
    """Why nothing was done, on the page that follows."""
    nothing_done()
    messages.error(request, refused.message)


def printed(template: str, name: str, **context: Any) -> HttpResponse:
    """A paper as PDF, to be saved under its name."""
    response = HttpResponse(paper(template, **context), content_type=PDF)
    said = content_disposition_header(as_attachment=True, filename=f"{name}.pdf")
    response["Content-Disposition"] = said or ""
    return response
