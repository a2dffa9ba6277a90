"""Papers on A4, in the layout of official papers; their templates extend `ui/paper.html`."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from fengqiao.kernel.ui.downloads import saved
from fengqiao.rulebook.reports.page import TEMPLATES


def paper(template: str, **context: Any) -> bytes:
    """The template as PDF; nothing in it may point outside."""
    from fengqiao.rulebook.reports.printing import pdf_of

    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    return pdf_of(render_to_string(template, context | {"style": style}))


def printed(template: str, name: str, *, shown: bool = False, **context: Any) -> HttpResponse:
    """The paper as `name`.pdf."""
    return saved(paper(template, **context), "application/pdf", f"{name}.pdf", shown=shown)
