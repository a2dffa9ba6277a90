"""Blank forms to be printed before the power fails."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.blanks import ALL, COVERS, KINDS, blanks_of, pdf_of
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.permissions import LIST
from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.ui.downloads import saved


@needs(LIST)
def blanks(request: HttpRequest) -> HttpResponse:
    """All forms of a case, by kind of mediation."""
    groups = [(kind, kind.label, blanks_of(kind)) for kind in KINDS]
    context = {"groups": groups, "all": ALL, "covers": COVERS}
    return render(request, "disputes/blanks.html", context)


@needs(LIST)
def blank(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """One form, or all of them in one PDF; nothing of a case stands on it."""
    known = {str(one): one for one in KINDS}
    if kind not in known:
        raise Http404
    try:
        data = pdf_of(Kind(kind), name)
    except LookupError:
        raise Http404 from None
    title = _("空白表格") + Kind(kind).label
    return saved(data, "application/pdf", f"{title}.pdf")
