"""Pages of papers. Anybody with a print in his hand may ask whether it is as it was issued."""

from allauth.core.internal import ratelimit  # the public one lets every GET pass
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from fengqiao.kernel.accounts.gates import public
from fengqiao.kernel.documents.sealing import issued_under, matches, seal_of


@public()
@never_cache
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Number, day, and whether the digits on the print are those of what was issued; no names."""
    if not ratelimit.consume(request, app="allauth.account", action="check_paper", limit_get=True):
        return ratelimit.respond_429(request)
    paper = issued_under(code)
    if paper is None:
        raise Http404
    typed = request.GET.get("seal", "").strip()[:40]
    context = {
        "paper": paper,
        "typed": typed,
        "fits": matches(paper, typed),
        "seal": seal_of(paper),
    }
    return render(request, "documents/check.html", context)
