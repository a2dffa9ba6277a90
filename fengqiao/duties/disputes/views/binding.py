"""The file of a case as one PDF: a draft when asked for, and bound for good once the case has ended."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.dossier import binding
from fengqiao.duties.disputes.forms.dossier import BindForm
from fengqiao.duties.disputes.models import DossierDraft
from fengqiao.duties.disputes.permissions import HANDLE, OPEN
from fengqiao.duties.disputes.tasks import MAKE_DRAFT
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.duties.disputes.views.dossier import dossier_form
from fengqiao.duties.disputes.views.papers import given_out
from fengqiao.kernel.accounts.gates import ACT, FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.jobs.running import start


@private(OPEN, ACT)
def make_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """All that lies in the file now as one PDF, by the worker; its page says how far it is."""
    case = dispute_or_404(request, pk)
    with transaction.atomic():
        job = start(MAKE_DRAFT, by=user_of(request), case=case.pk)
        record("disputes.draft_asked", by=user_of(request), subject=case, area=case.office)
    return redirect(job)


@private(OPEN)
def draft(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A copy of the draft, numbered as an export."""
    case = dispute_or_404(request, pk)
    rows = DossierDraft.objects.visible_to(request.user).select_related("stored")
    found = get_object_or_404(rows, pk=case.pk)
    return given_out(request, case, found.stored, label=f"{case.number} {_('草卷')}")


@private(HANDLE, FORM)
def bind(request: HttpRequest, pk: int) -> HttpResponse:
    """The file is closed: frozen as it lies, with a number."""
    case = dispute_or_404(request, pk)
    form = BindForm(request.POST or None)

    def act() -> str:
        by = user_of(request)
        paper = binding.bind(case=case, by=by, typed={**form.values(), "立卷人": by.name})
        return _("已立卷,卷号%(number)s。") % {"number": paper.number}

    title = _("立卷")
    return dossier_form(request, case, form, act, title=title, submit=_("立卷"), at="state")
