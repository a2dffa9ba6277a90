"""What the pages of this app share."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.ui.papers import paper
from fengqiao.lib.faults import InputRefused

PDF = "application/pdf"


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
