"""The open work of one person, handed over to another."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access.forms import HandOverForm
from fengqiao.kernel.access.handing_over import hand_over
from fengqiao.kernel.access.views.common import account_or_404, act_page
from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.requests import user_of


@needs(MANAGE, FORM)
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """What is open, and who may take it over; nothing of what it is about."""
    user, by = account_or_404(request, pk), user_of(request)
    pieces = open_work.work_of(user, by)
    able = open_work.able(pieces, timezone.localdate())
    able.pop(user, None)
    form = HandOverForm(request.POST or None, pieces=pieces, able=able)

    def act() -> str:
        to = form.cleaned_data["to"]
        count = hand_over(user=user, to=to, keys=form.cleaned_data["pieces"], by=by)
        return _("已把 {count} 件工作移交给{name}。").format(count=count, name=to.name)

    context: dict[str, Any] = {"account": user, "count": len(pieces), "able": able}
    back = reverse("access:account", args=[pk])
    return act_page(request, form, act, back=back, template="access/work.html", **context)
