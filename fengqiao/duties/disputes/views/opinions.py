"""What parties say: the page where they say it, and what of it may be seen."""

from allauth.core.internal import ratelimit  # the public one lets every GET pass
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from fengqiao.duties.disputes.forms.opinions import OpinionForm
from fengqiao.duties.disputes.models import Opinion
from fengqiao.duties.disputes.opinions import keeping
from fengqiao.duties.disputes.opinions.showing import added_up, by_office, since
from fengqiao.duties.disputes.permissions import OPINIONS
from fengqiao.duties.disputes.views.common import private
from fengqiao.kernel.accounts.gates import FORM, public
from fengqiao.kernel.accounts.requests import user_of


@public(FORM)
@never_cache
def opinion(request: HttpRequest) -> HttpResponse:
    """A party answers. Neither trail nor log learns more than that somebody opened the page."""
    if not ratelimit.consume(request, app="allauth.account", action="opinion", limit_get=True):
        return ratelimit.respond_429(request)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if keeping.take(form.cleaned_data["code"], form.answers()):
            return redirect(f"{reverse('disputes:opinion')}?thanks=1")
        form.add_error("code", _("没有这个评价码,或者已经用过、过了有效期。"))
    context = {"form": form, "thanks": "thanks" in request.GET and request.method == "GET"}
    return render(request, "disputes/opinion.html", context, status=400 if form.errors else 200)


@private(OPINIONS)
def opinions(request: HttpRequest) -> HttpResponse:
    """Added up over a year; never a single one."""
    user, first = user_of(request), since(timezone.localdate())
    rows = Opinion.objects.visible_to(user).counted().filter(month__gte=first)
    offices = by_office(user, rows)
    context = {
        "questions": added_up(rows),
        "offices": offices if len(offices) > 1 else [],
        "since": first,
        "together": keeping.TOGETHER,
    }
    return render(request, "disputes/opinions.html", context)
