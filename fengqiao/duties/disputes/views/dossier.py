"""The file of a case: its catalogue, what lies in it, and scans laid in and taken out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.dossier import keeping
from fengqiao.duties.disputes.dossier.binding import bound_of, contents, contents_of
from fengqiao.duties.disputes.dossier.catalogue import entry_named
from fengqiao.duties.disputes.dossier.contents import (
    Line,
    catalogue_of,
    missing,
    pages_of,
    papers_in,
    papers_under,
)
from fengqiao.duties.disputes.forms.dossier import EncloseForm, TakeOutForm
from fengqiao.duties.disputes.models import Dispute, DossierDraft, Enclosure
from fengqiao.duties.disputes.permissions import HANDLE, OPEN, SEE
from fengqiao.duties.disputes.shown import names
from fengqiao.duties.disputes.views.common import dispute_or_404, gather, private
from fengqiao.kernel.accounts.gates import ACT, FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.seeing import seen
from fengqiao.kernel.documents.models import PaperState
from fengqiao.kernel.files.serving import serve
from fengqiao.kernel.ui.acting import act_button, act_page
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset


@private(SEE)
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """What belongs in the file, what lies in it and on which pages, and what is missing."""
    case = dispute_or_404(request, pk)
    gather(case, user_of(request))
    lines = catalogue_of(case)
    context = {
        "case": case,
        "names": names(case.parties.all()),
        "lines": lines,
        "missing": missing(lines),
        "pages": pages_of(lines),
        **_made(request, case, lines),
        "may_handle": user_of(request).can(HANDLE),
        "may_open": user_of(request).can(OPEN),
    }
    return render(request, "disputes/dossier.html", context)


@private(HANDLE, FORM)
def enclose(request: HttpRequest, pk: int, entry: str) -> HttpResponse:
    """Scans or photos are laid in under an entry of the catalogue."""
    case = dispute_or_404(request, pk)
    row = entry_named(case, entry)
    if row is None:
        raise Http404
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EncloseForm(*given, papers=papers_under(row, papers_in(case)))

    def act() -> str:
        made = keeping.enclose(case=case, entry=row, by=user_of(request), **form.values())
        return _("已放入卷宗,共%(pages)s页。") % {"pages": sum(one.pages for one in made)}

    title = _("放入%(title)s") % {"title": typeset(str(row.title))}
    return dossier_form(request, case, form, act, title=title, submit=_("放入卷宗"), at="scans")


@private(OPEN)
def enclosure(request: HttpRequest, pk: int, scan: int) -> HttpResponseBase:
    """The scan itself; the trail knows who looked at it."""
    case = dispute_or_404(request, pk)
    found = _scan_or_404(request, case, scan)
    seen(
        "disputes.enclosure_seen",
        by=user_of(request),
        subject=found,
        area=case.office,
        label=keeping.called(found),
    )
    return serve(request, found.stored)


@private(HANDLE, FORM)
def take_out(request: HttpRequest, pk: int, scan: int) -> HttpResponse:
    """Out of the file, with a reason."""
    case = dispute_or_404(request, pk)
    found = _scan_or_404(request, case, scan)
    if found.out_on:
        raise Http404
    form = TakeOutForm(request.POST or None)

    def act() -> str:
        keeping.take_out(enclosure=found, why=form.cleaned_data["why"], by=user_of(request))
        return _("已从卷宗取出。")

    title = _("取出%(title)s") % {"title": found.title}
    return dossier_form(request, case, form, act, title=title, submit=_("取出"))


@private(HANDLE, ACT)
def move_up(request: HttpRequest, pk: int, scan: int) -> HttpResponse:
    """One place further to the front."""
    case = dispute_or_404(request, pk)
    found = _scan_or_404(request, case, scan)

    def act() -> str:
        if not keeping.move_up(enclosure=found, by=user_of(request)):
            raise InputRefused(_("这份材料已经排在最前面。"))
        return _("次序已调整。")

    return act_button(request, act, back=case.dossier_url)


def _made(request: HttpRequest, case: Dispute, lines: list[Line]) -> dict[str, Any]:
    """The newest draft and the bound file, and whether what lies there has changed since."""
    now = contents_of(lines)
    draft = DossierDraft.objects.visible_to(request.user).filter(pk=case.pk).first()
    bound = bound_of(case)
    is_old = bound is not None and contents(bound.values) != now
    return {
        "needs_binding": bound is None or is_old or bound.state != PaperState.STANDING,
        "draft": draft,
        "draft_is_old": draft is not None and draft.contents != now,
        "bound": bound,
        "bound_is_old": is_old,
    }


def _scan_or_404(request: HttpRequest, case: Dispute, scan: int) -> Enclosure:
    rows = Enclosure.objects.visible_to(request.user).filter(dispute=case)
    found: Enclosure = get_object_or_404(rows.select_related("stored", "dispute__office"), pk=scan)
    return found


def dossier_form(
    request: HttpRequest, case: Dispute, form: Any, act: Any, **context: Any
) -> HttpResponse:
    template = "disputes/dossier_act.html"
    return act_page(
        request, form, act, back=case.dossier_url, template=template, case=case, **context
    )
