"""A paper as PDF, in the layout of official papers."""

from base64 import b64encode
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from fengqiao.kernel.documents.layouts import Layout, Values, filled
from fengqiao.rulebook.reports.page import TEMPLATES

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
    """Without an address it is a blank form, or a page that bears no code."""
    from fengqiao.kernel.documents.sealing import picture
    from fengqiao.rulebook.reports.printing import pdf_of

    context: dict[str, Any] = {
        "style": (TEMPLATES / "report.css").read_text("utf-8") + STYLE.read_text("utf-8"),
        "title": title,
        "blocks": filled(layout, values),
        "case_number": case_number,
        "code": b64encode(picture(address)).decode("ascii") if address else "",
        "seal": seal,
    }
    return pdf_of(render_to_string("documents/paper.html", context))
