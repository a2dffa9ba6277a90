"""A paper as PDF, in the layout of official papers."""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from fengqiao.kernel.documents.layouts import Layout, Values, filled, ruled
from fengqiao.rulebook.reports.page import TEMPLATES

UNNUMBERED = "@page :right { @bottom-right { content: none } } @page :left { @bottom-left { content: none } }"
STYLE = Path(__file__).parent / "templates" / "documents" / "paper.css"


def pdf(
    layout: Layout,
    values: Values,
    *,
    title: str,
    case_number: str = "",
    address: str = "",
    seal: str = "",
) -> bytes:
    """Without an address the page bears no code."""
    from fengqiao.kernel.documents.sealing import picture
    from fengqiao.rulebook.reports.printing import pdf_of

    context: dict[str, Any] = {
        "style": _style(),
        "title": title,
        "blocks": filled(layout, values),
        "case_number": case_number,
        "code": b64encode(picture(address)).decode("ascii") if address else "",
        "seal": seal,
    }
    return pdf_of(render_to_string("documents/paper.html", context))


def blanks(forms: Iterable[tuple[Layout, Values]]) -> bytes:
    """Forms for a pen in one PDF, each from a page of its own; they bear no page numbers."""
    from fengqiao.rulebook.reports.printing import pdf_of

    context = {
        "style": _style() + UNNUMBERED,
        "forms": [ruled(layout, values) for layout, values in forms],
    }
    return pdf_of(render_to_string("documents/blanks.html", context))


def _style() -> str:
    return (TEMPLATES / "report.css").read_text("utf-8") + STYLE.read_text("utf-8")
