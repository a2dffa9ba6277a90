"""What a party is told in writing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.enums import PEOPLES_LAW, State
from fengqiao.duties.disputes.models import DisputeEvent, Party
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.ui.papers import paper

TITLES = {
    State.ACCEPTED: _("受理通知书"),
    State.MEDIATING: _("受理通知书"),
    State.DECLINED: _("不予受理告知书"),
}


@private(HANDLE)
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice as PDF: accepted, or not and why; made from the record."""
    case = dispute_or_404(request, pk)
    if case.state not in TITLES:
        raise Http404
    title = TITLES[State(case.state)]
    declined = DisputeEvent.objects.visible_to(request.user).filter(
        case=case, act="decline", taken_back_by=None
    )
    last = declined.last()
    context = {
        "case": case,
        "title": title,
        "parties": Party.objects.visible_to(request.user).filter(dispute=case),
        "reason": last.said.get(_("理由"), "") if last else "",
        "is_peoples": case.kind in PEOPLES_LAW,
        "day": timezone.localdate(),
    }
    made = paper("disputes/papers/notice.html", **context)
    record(
        "disputes.printed", by=user_of(request), subject=case, area=case.office, label=case.number
    )
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"{title}{case.number}.pdf"
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=name) or "inline"
    )
    return answer
