"""Every list of the pages 达标 as a workbook, through one address."""

from django.http import HttpRequest, HttpResponse

from fengqiao.kernel.accounts.gates import needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.exporting import take_out
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.ui.downloads import workbook
from fengqiao.oversight.standards import exports
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.seen import seen_by
from fengqiao.oversight.standards.views.places import kept_or_404


@needs(SEE)
def export(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The rows that the address selects, all of them."""
    kept = kept_or_404(request, pk)
    seen = seen_by(request.user, kept, request.GET.get("district") or None)
    made, count = exports.listing(name, exports.Asked(kept, seen, request.GET, request.user))
    user = user_of(request)
    taken = take_out("standards.exported", by=user, area=area_of(user), count=count)
    return workbook(made, exports.file_name(name, kept), taken)
