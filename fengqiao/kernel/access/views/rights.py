"""Who may do what, and where that is written: the tables of rights themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fengqiao.kernel.access.shown import chapters
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.gates import own


@own()
def rights(request: HttpRequest) -> HttpResponse:
    """All rights on one page, or those of `?role=`. It names nobody, so everybody may read it."""
    wanted = request.GET.get("role", "")
    role = Role(wanted) if wanted in Role.values else None
    context = {"chapters": chapters(role), "role": role, "roles": list(Role)}
    return render(request, "access/rights.html", context)
